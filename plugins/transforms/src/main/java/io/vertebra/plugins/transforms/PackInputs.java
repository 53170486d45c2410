package io.vertebra.plugins.transforms;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.RemovedType;
import java.util.List;
import java.util.Optional;
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
  /**
   * Options of {@link PackInputs}. All that a sample knows is handed on, so none of them has an
   * effect.
   *
   * @param inputKey what MMPretrain's configs give
   * @param algorithmKeys what MMPretrain's configs give
   * @param metaKeys what MMPretrain's configs give
   */
  public record Options(
      @Doc("accepted, without effect") Optional<String> inputKey,
      @Doc("accepted, without effect: masks and targets are handed on where there are any")
          Optional<List<String>> algorithmKeys,
      @Doc("accepted, without effect") Optional<List<String>> metaKeys) {}

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public PackInputs(Options options) {}

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    sample.image();
    return sample;
  }
}
