package io.vertebra.host;

import ai.djl.Device;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the device that a text names. */
final class Devices {
  private static final Pattern NAME = Pattern.compile("(auto)|(cpu)|gpu(?::(\\d{1,3}))?");

  private Devices() {}

  /** Finds a device among those that there are, GPUs first. */
  static Device find(String name, List<Device> devices) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new DeviceException("'" + name + "' is no device: expected auto, cpu, gpu or gpu:N");
    }
    if (matcher.group(1) != null) {
      return devices.get(0);
    }
    Device wanted =
        matcher.group(2) != null
            ? Device.cpu()
            : Device.gpu(matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
    if (!devices.contains(wanted)) {
      throw new DeviceException(
          "there is no device '%s'; %s".formatted(name, whatThereIs(devices)));
    }
    return wanted;
  }

  private static String whatThereIs(List<Device> devices) {
    return devices.stream().anyMatch(Device::isGpu)
        ? "there are %s. Use one of them or --device auto, or see whether CUDA_VISIBLE_DEVICES hides"
                .formatted(names(devices))
            + " some"
        : "there is the cpu alone, as the native library is one without CUDA, or finds no driver, or"
            + " no libcudart. Use --device auto to take what there is, or set PYTORCH_LIBRARY_PATH"
            + " to a CUDA build of libtorch and LD_LIBRARY_PATH to the folder of libcudart";
  }

  private static String names(List<Device> devices) {
    return devices.stream()
        .map(device -> device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu")
        .collect(Collectors.joining(", "));
  }
}
