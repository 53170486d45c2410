package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends training when a figure of validations stops improving, {@code
 * mmengine.hooks.EarlyStoppingHook}. Unlike there, a run that goes on remembers how long it waited.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "EarlyStoppingHook",
    summary = "Ends training when a figure of validations stops improving")
public final class EarlyStoppingHook implements Hook {
  private static final String BEST = "best";
  private static final String WAITED = "waited";

  private final Options options;
  private final ComparisonRule rule;
  private double best;
  private int waited;

  /**
   * Options of {@link EarlyStoppingHook}.
   *
   * @param monitor the figure
   * @param rule which figure is better
   * @param minDelta how much better it must be
   * @param strict whether a validation without the figure is an error
   * @param checkFinite whether training ends at a figure that is not finite
   * @param patience how many validations may be no improvement
   * @param stoppingThreshold a figure that is good enough
   */
  public record Options(
      @Doc("full name of the figure, such as accuracy/top1") String monitor,
      @Doc("which figure is better; told by the name where it is left out")
          Optional<ComparisonRule> rule,
      @Doc("an improvement is more than this") @Default("0.1") @Range(min = 0) double minDelta,
      @Doc("refuse a validation that does not give the figure") @Default("false") boolean strict,
      @Doc("end training when the figure is infinite or not a number") @Default("true")
          boolean checkFinite,
      @Doc("end training after this many validations without improvement")
          @Default("5")
          @Range(min = 1)
          int patience,
      @Doc("end training when the figure is better than this") Optional<Double> stoppingThreshold) {
    /** Checks that there is a rule. */
    public Options {
      if (rule.isEmpty()) {
        ComparisonRule.infer(monitor);
      }
    }
  }

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public EarlyStoppingHook(Options options) {
    this.options = options;
    this.rule = options.rule().orElseGet(() -> ComparisonRule.infer(options.monitor()));
    this.best = rule.worst();
  }

  @Override
  public List<String> monitors() {
    return List.of(options.monitor());
  }

  @Override
  public int priority() {
    return Priority.LOWEST.value();
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put(WAITED, waited);
    if (best != rule.worst()) {
      state.put(BEST, best);
    }
    return state;
  }

  @Override
  public void restore(Map<String, Object> state) {
    waited = ((Number) state.get(WAITED)).intValue();
    best = state.containsKey(BEST) ? ((Number) state.get(BEST)).doubleValue() : rule.worst();
  }

  @Override
  public void beforeRun(Run run) {
    best = rule.worst();
    waited = 0;
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    Double figure = metrics.get(options.monitor());
    if (figure == null) {
      String problem =
          "EarlyStoppingHook monitors '%s', but the validation gave only %s"
              .formatted(options.monitor(), metrics.keySet());
      if (options.strict()) {
        throw new IllegalArgumentException(problem);
      }
      run.note(problem);
      return;
    }
    judge(figure).ifPresent(run::stop);
  }

  /** The reason to stop, if there is one. */
  private Optional<String> judge(double figure) {
    String name = options.monitor();
    if (options.checkFinite() && !Double.isFinite(figure)) {
      return Optional.of("%s is %s".formatted(name, figure));
    }
    if (options.stoppingThreshold().filter(goal -> rule.isBetter(figure, goal)).isPresent()) {
      return Optional.of("%s is %s, which is good enough".formatted(name, figure));
    }
    if (rule.isBetter(figure, rule.worsen(best, -options.minDelta()))) {
      best = figure;
      waited = 0;
      return Optional.empty();
    }
    waited++;
    return waited < options.patience()
        ? Optional.empty()
        : Optional.of("%s did not improve on %s in %d validations".formatted(name, best, waited));
  }
}
