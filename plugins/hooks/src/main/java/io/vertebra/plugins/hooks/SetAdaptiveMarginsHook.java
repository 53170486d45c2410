package io.vertebra.plugins.hooks;

import io.vertebra.api.model.ClassMargins;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import java.util.List;

/**
 * Gives rare classes larger margins before training (Ha et al., Google Landmark Recognition 2020
 * Competition Third Place Solution, 2020), {@code mmpretrain.engine.SetAdaptiveMarginsHook}: the
 * margin of a class grows evenly with a power of how many samples it has, from the least margin for
 * the smallest of these powers to the largest for the greatest. Where all are the same, and the
 * reference fails, all classes get the least margin.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "SetAdaptiveMarginsHook",
    summary = "Gives rare classes larger margins in the loss of an ArcFaceClsHead")
public final class SetAdaptiveMarginsHook implements Hook {
  private final Options options;

  /**
   * Options of {@link SetAdaptiveMarginsHook}.
   *
   * @param marginMin the least margin
   * @param marginMax the largest margin
   * @param power the power of the number of samples; negative so that rare classes get more
   */
  public record Options(
      @Doc("least margin, in radians") @Default("0.05") @Range(min = 0) double marginMin,
      @Doc("largest margin, in radians") @Default("0.5") @Range(min = 0) double marginMax,
      @Doc("power of the number of samples of a class; negative for larger margins of rare ones")
          @Default("-0.25")
          double power) {}

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public SetAdaptiveMarginsHook(Options options) {
    this.options = options;
  }

  @Override
  public void beforeTrain(Run run) {
    List<ClassMargins> heads =
        run.model().allModules().values().stream()
            .filter(ClassMargins.class::isInstance)
            .map(ClassMargins.class::cast)
            .toList();
    if (heads.isEmpty()) {
      throw new IllegalArgumentException(
          "SetAdaptiveMarginsHook sets the margins of a head such as ArcFaceClsHead, but the model"
              + " has none: take the hook out of custom_hooks, or another head");
    }
    List<Double> margins = margins(run.samplesPerClass());
    heads.forEach(head -> head.setMargins(margins));
  }

  private List<Double> margins(List<Integer> samples) {
    // A class without samples counts as one with a single sample.
    List<Double> powers =
        samples.stream().map(count -> Math.pow(Math.max(count, 1), options.power())).toList();
    double least = powers.stream().mapToDouble(power -> power).min().orElse(0);
    double range = powers.stream().mapToDouble(power -> power).max().orElse(0) - least;
    double span = options.marginMax() - options.marginMin();
    return powers.stream()
        .map(power -> options.marginMin() + (range == 0 ? 0 : (power - least) / range * span))
        .toList();
  }
}
