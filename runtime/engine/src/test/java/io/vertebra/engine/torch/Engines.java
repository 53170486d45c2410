package io.vertebra.engine.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;

/** The one native library of the test process. */
final class Engines {
  private Engines() {}

  static TorchRuntime runtime() {
    return TorchRuntime.start(TorchSettings.defaults());
  }

  static NDManager newManager() {
    return runtime().newManager(Device.cpu());
  }
}
