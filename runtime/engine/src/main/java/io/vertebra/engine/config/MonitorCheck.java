package io.vertebra.engine.config;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.MetricSchedule;
import io.vertebra.api.train.Schedule;
import io.vertebra.engine.metric.Figures;
import io.vertebra.registry.config.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that the figures which hooks and schedules wait for are computed. */
final class MonitorCheck {
  private final Findings findings;

  MonitorCheck(Findings findings) {
    this.findings = findings;
  }

  /** Checks the parts of a config that can be trained, and its schedules by their paths. */
  void check(TrialParts parts, Map<String, Schedule> schedules) {
    if (!parts.has("train_cfg") || !parts.has("train_dataloader")) {
      return;
    }
    figures(parts)
        .ifPresent(
            figures -> {
              for (String key : List.of("default_hooks", "custom_hooks")) {
                parts
                    .parts(key, Hook.class)
                    .forEach((path, hook) -> check(path, hook.monitors(), figures));
              }
              schedules.forEach((path, schedule) -> check(path, monitors(schedule), figures));
            });
  }

  private static List<String> monitors(Schedule schedule) {
    return schedule instanceof MetricSchedule follower ? List.of(follower.monitor()) : List.of();
  }

  private void check(String path, List<String> monitors, List<String> figures) {
    for (String monitor : monitors) {
      if (!figures.contains(monitor)) {
        findings.problem(
            findings.pathOf(monitor, path),
            "waits for `" + monitor + "`, a figure that no validation computes",
            hint(monitor, figures));
      }
    }
  }

  private static String hint(String monitor, List<String> figures) {
    return figures.isEmpty()
        ? "validation needs val_dataloader and val_evaluator"
        : NearNames.question(monitor, figures)
            .orElse("val_evaluator gives " + String.join(", ", figures));
  }

  /** The full names of the figures of a validation; empty where a metric does not tell. */
  private static Optional<List<String>> figures(TrialParts parts) {
    if (!parts.has("val_dataloader") || !parts.has("val_evaluator")) {
      return Optional.of(List.of());
    }
    return parts.validation().flatMap(metrics -> figures(metrics.metrics()));
  }

  private static Optional<List<String>> figures(List<Metric> metrics) {
    List<String> figures = new ArrayList<>();
    for (Metric metric : metrics) {
      if (metric.names().isEmpty()) {
        return Optional.empty();
      }
      metric.names().get().forEach(name -> figures.add(Figures.fullName(metric, name)));
    }
    return Optional.of(figures);
  }
}
