package io.vertebra.cli;

import picocli.CommandLine.Option;

/** The option that says where networks run. */
final class DeviceOption {
  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto, cpu, gpu or gpu:N (default: ${DEFAULT-VALUE}).")
  private String device = "auto";

  String device() {
    return device;
  }
}
