package io.vertebra.plugins.transforms;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.RemovedType;
import java.util.random.RandomGenerator;

/**
 * Ends a pipeline: checks that there is an image to hand on. The loader stacks images itself, so
 * nothing is left to pack.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "PackInputs",
    summary = "Ends a pipeline: checks that the image is loaded")
@RemovedType(type = "Collect", use = "PackInputs")
@RemovedType(type = "ToTensor", use = "PackInputs")
@RemovedType(type = "ImageToTensor", use = "PackInputs")
@RemovedType(type = "DefaultFormatBundle", use = "PackInputs")
@RemovedType(type = "Normalize", use = "mean and std of data_preprocessor")
public final class PackInputs implements Transform {
  /** Makes the transform. */
  public PackInputs() {}

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(image -> image);
  }
}
