package io.vertebra.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.model.Ops;
import io.vertebra.engine.model.Precision;
import io.vertebra.engine.model.TorchOps;
import io.vertebra.engine.safetensors.TensorFiles;
import io.vertebra.engine.torch.TorchRuntime;

/**
 * What everything in the engine runs on.
 *
 * @param runtime the native library
 * @param device where arrays live
 * @param images operations on images
 * @param ops operations of networks
 * @param files how arrays become bytes and back
 */
public record EngineServices(
    TorchRuntime runtime, Device device, ImageOps images, Ops ops, TensorFiles files) {
  /** Checks that nothing is missing. */
  public EngineServices {
    requireNonNull(runtime, "runtime is null");
    requireNonNull(device, "device is null");
    requireNonNull(images, "images is null");
  }

  /**
   * Makes services on a started library.
   *
   * @param runtime the native library
   * @param device where arrays live
   * @param images operations on images
   * @return the services
   */
  public static EngineServices of(TorchRuntime runtime, Device device, ImageOps images) {
    return new EngineServices(
        runtime, device, images, new TorchOps(runtime), new TensorFiles(runtime));
  }

  /**
   * Gives the operations of a precision.
   *
   * @param precision what the heavy ones compute in
   * @return the operations
   */
  public Ops ops(Precision precision) {
    return precision == Precision.FLOAT32 ? ops : TorchOps.of(runtime, precision);
  }
}
