package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes checkpoints at even distances and of the best validation, {@code
 * mmengine.hooks.CheckpointHook}: {@code epoch_3}, {@code iter_2000}, {@code
 * best_accuracy_top1_epoch_3}. A checkpoint is deleted only after the one that takes its place is
 * complete.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "CheckpointHook",
    summary = "Writes checkpoints at even distances and of the best validation")
public final class CheckpointHook implements Hook {
  private static final String KEPT = "kept";
  private static final String BEST = "best";

  private final Options options;
  private final CheckpointFiles files;
  private final List<String> kept = new ArrayList<>();
  private final BestCheckpoints bests = new BestCheckpoints();
  private boolean training;

  /**
   * Options of {@link CheckpointHook}.
   *
   * @param interval epochs or iterations from one checkpoint to the next
   * @param byEpoch whether {@code interval} counts epochs
   * @param maxKeepCkpts how many checkpoints are kept
   * @param saveLast whether one is written at the end
   * @param saveBest the metrics whose best checkpoint is kept
   * @param rule which figure is better
   * @param saveBegin where counting begins
   */
  public record Options(
      @Doc("epochs or iterations from one checkpoint to the next; -1 for none")
          @Default("-1")
          @Range(min = -1)
          int interval,
      @Doc("count epochs rather than iterations") @Default("true") boolean byEpoch,
      @Doc("how many are kept, the newest, beside the best ones; -1 for all")
          @Default("-1")
          @Range(min = -1)
          int maxKeepCkpts,
      @Doc("write one at the end of training, whatever the interval") @Default("true")
          boolean saveLast,
      @Doc(
              "metric whose best checkpoint is kept, such as accuracy/top1, or a list; auto for the"
                  + " first of the validation")
          Optional<MetricNames> saveBest,
      @Doc("which figure is better; told by the name of the metric where it is left out")
          Optional<ComparisonRule> rule,
      @Doc("epochs or iterations before the first interval") @Default("0") @Range(min = 0)
          int saveBegin) {
    /** Checks that each metric has a rule. */
    public Options {
      if (rule.isEmpty() && saveBest.isPresent() && !saveBest.get().isAuto()) {
        saveBest.get().names().forEach(ComparisonRule::infer);
      }
    }
  }

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public CheckpointHook(Options options) {
    this.options = options;
    this.files = new CheckpointFiles(options.byEpoch());
  }

  @Override
  public int priority() {
    return Priority.VERY_LOW.value();
  }

  @Override
  public List<String> monitors() {
    return options
        .saveBest()
        .filter(names -> !names.isAuto())
        .map(MetricNames::names)
        .orElse(List.of());
  }

  @Override
  public Map<String, Object> state() {
    return Map.of(KEPT, List.copyOf(kept), BEST, bests.state());
  }

  @Override
  public void restore(Map<String, Object> state) {
    kept.clear();
    ((List<?>) state.get(KEPT)).forEach(name -> kept.add((String) name));
    bests.restore((Map<?, ?>) state.get(BEST));
  }

  @Override
  public void beforeTrain(Run run) {
    training = true;
  }

  @Override
  public void afterTrain(Run run) {
    training = false;
  }

  @Override
  public void afterTrainIter(Run run) {
    Progress progress = run.progress();
    long done = progress.iteration() + 1;
    if (!options.byEpoch() && isDue(done, progress.maxIterations())) {
      saveRegular(run, new Position(progress.epoch(), done));
    }
  }

  @Override
  public void afterTrainEpoch(Run run) {
    Progress progress = run.progress();
    int done = progress.epoch() + 1;
    if (options.byEpoch() && isDue(done, progress.maxEpochs())) {
      saveRegular(run, new Position(done, progress.iteration()));
    }
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    if (!training || options.saveBest().isEmpty() || metrics.isEmpty()) {
      return;
    }
    Position position = new Position(run.progress().epoch(), run.progress().iteration());
    for (String metric : metricsToCompare(metrics)) {
      saveIfBest(run, metric, figure(metrics, metric), position);
    }
  }

  private boolean isDue(long done, long all) {
    long counted = done - options.saveBegin();
    boolean inStep = options.interval() > 0 && counted >= 0 && counted % options.interval() == 0;
    return inStep || (options.saveLast() && done == all);
  }

  private void saveRegular(Run run, Position position) {
    String name = files.name(position);
    kept.remove(name);
    kept.add(name);
    List<String> outdated = List.copyOf(kept.subList(0, Math.max(0, kept.size() - limit())));
    kept.removeAll(outdated);
    files.save(run, name, position);
    outdated.forEach(old -> files.delete(run, old));
  }

  private int limit() {
    return options.maxKeepCkpts() > 0 ? options.maxKeepCkpts() : Integer.MAX_VALUE;
  }

  private List<String> metricsToCompare(Map<String, Double> metrics) {
    MetricNames names = options.saveBest().orElseThrow();
    return names.isAuto() ? List.of(metrics.keySet().iterator().next()) : names.names();
  }

  private static double figure(Map<String, Double> metrics, String metric) {
    Double figure = metrics.get(metric);
    if (figure == null) {
      throw new IllegalArgumentException(
          "save_best of CheckpointHook names '%s', but the validation gave only %s"
              .formatted(metric, metrics.keySet()));
    }
    return figure;
  }

  private void saveIfBest(Run run, String metric, double figure, Position position) {
    ComparisonRule rule = options.rule().orElseGet(() -> ComparisonRule.infer(metric));
    if (!bests.isImprovedBy(metric, figure, rule)) {
      return;
    }
    String name = files.bestName(metric, position);
    Optional<String> outdone = bests.put(metric, figure, name);
    files.save(run, name, position);
    outdone.ifPresent(old -> files.delete(run, old));
  }
}
