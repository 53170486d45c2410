package io.vertebra.engine.config;

import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import java.util.Map;
import java.util.Optional;

/** Checks that schedules act while training goes on. */
final class ScheduleCheck {
  private final Findings findings;
  private final TrainOptions training;

  ScheduleCheck(Findings findings, TrainOptions training) {
    this.findings = findings;
    this.training = training;
  }

  /** Checks schedules by their paths. */
  void check(Map<String, Schedule> schedules) {
    schedules.forEach(
        (path, schedule) -> {
          ScheduleSpan span = schedule.span();
          // How many iterations an epoch has is known only once the data is opened.
          Optional<Integer> last = span.byEpoch() ? training.maxEpochs() : training.maxIters();
          last.ifPresent(steps -> check(path, span, steps));
        });
  }

  private void check(String path, ScheduleSpan span, int last) {
    String ends =
        ", but training ends after " + last + (span.byEpoch() ? " epochs" : " iterations");
    if (span.begin() >= last) {
      String begin = "is " + span.begin() + ends + ", so this schedule never acts";
      String hint = "lower it, or train longer";
      if (span.end().isEmpty()) {
        findings.problem(path + ".begin", begin, hint);
      } else {
        findings.warning(path + ".begin", begin, hint);
      }
    } else if (span.end().isPresent() && span.end().get() > last) {
      findings.warning(
          path + ".end",
          "is " + span.end().get() + ends + ", so this schedule does not get to its end",
          "set it to " + last + ", or leave it out");
    }
  }
}
