package io.vertebra.engine.train;

import io.vertebra.api.model.Moment;
import io.vertebra.engine.config.NanPolicy;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does what a run wants about losses and gradients that are not finite. Where updates are left out
 * the running statistics of norms are put back too, so that nothing of such a batch stays. It owns
 * a copy of them.
 */
final class NanWatch implements AutoCloseable {
  private static final int NOTES = 10;
  private static final String LAST_NOTE =
      "; further ones are only counted, as skipped_updates in the log";

  private final NanPolicy policy;
  private final Optional<RunningStatistics> statistics;
  private final NanSearch search;
  private final Consumer<String> notes;
  private int leftOut;

  /**
   * Makes a watch.
   *
   * @param policy what is done
   * @param runtime the native library
   * @param learner what is trained; stays with the caller
   * @param notes is told of the first updates that are left out
   */
  NanWatch(NanPolicy policy, TorchRuntime runtime, Learner learner, Consumer<String> notes) {
    this.policy = policy;
    this.search = new NanSearch(runtime, learner);
    this.notes = notes;
    this.statistics =
        policy == NanPolicy.SKIP
            ? Optional.of(new RunningStatistics(runtime, learner.state()))
            : Optional.empty();
  }

  /** Looks at nothing. */
  static NanWatch off(TorchRuntime runtime, Learner learner) {
    return new NanWatch(NanPolicy.OFF, runtime, learner, note -> {});
  }

  /** Whether losses are to be shown to this before gradients are taken. */
  boolean looks() {
    return policy != NanPolicy.OFF;
  }

  /** A batch begins. */
  void begin() {
    statistics.ifPresent(RunningStatistics::keep);
  }

  /** The loss of the batch is not finite: takes back what its pass changed. */
  void refuse() {
    statistics.ifPresent(RunningStatistics::putBack);
  }

  /**
   * Tells of an update that was left out.
   *
   * @param problem one sentence
   * @param batch the samples, run again under the random numbers that the caller has set
   * @param moment the iteration, as it began
   * @throws NotFiniteException where training is to stop
   */
  void settle(String problem, HostBatch batch, Moment moment) {
    if (policy == NanPolicy.STOP) {
      throw new NotFiniteException(
          problem
              + "; "
              + search.run(batch, moment)
              + ". A smaller learning rate, a warm-up or clip_grad may help, and"
              + " train_cfg.nan_policy: skip leaves such updates out");
    }
    leftOut++;
    if (leftOut <= NOTES) {
      notes.accept(problem + ": the update is left out" + (leftOut == NOTES ? LAST_NOTE : ""));
    }
  }

  @Override
  public void close() {
    statistics.ifPresent(RunningStatistics::close);
  }
}
