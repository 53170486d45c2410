package io.vertebra.plugins.transforms;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Ends a pipeline of samples of several tasks, {@code mmpretrain.datasets.PackMultiTaskInputs}:
 * checks that the image is loaded and that there are targets of tasks.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "PackMultiTaskInputs",
    summary = "Ends a pipeline of samples of several tasks")
public final class PackMultiTaskInputs implements Transform {
  /**
   * Options of {@link PackMultiTaskInputs}. The data set says what a sample has of each task, so
   * none of them has an effect.
   *
   * @param multiTaskFields what MMPretrain's configs give
   * @param inputKey what MMPretrain's configs give
   * @param taskHandlers what MMPretrain's configs give
   */
  public record Options(
      @Doc("accepted, without effect: the data set says what a sample has of each task")
          Optional<List<String>> multiTaskFields,
      @Doc("accepted, without effect") Optional<String> inputKey,
      @Doc("accepted, without effect") Optional<Map<String, Object>> taskHandlers) {}

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public PackMultiTaskInputs(Options options) {}

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    sample.image();
    if (sample.target() instanceof Target.OneLabel
        || sample.target() instanceof Target.ManyLabels) {
      throw new IllegalStateException(
          sample.source().name()
              + " has a label, but no tasks: use PackInputs, or a data set of several tasks");
    }
    return sample;
  }
}
