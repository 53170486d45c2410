package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.NetworkBench;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what a student learns of a teacher: the divergence of their softened scores, with or
 * without the cross entropy against labels.
 */
final class DistillationChecks {
  /** The loss that a case with a teacher needs. */
  static final String DIVERGENCE = "KLDivergence";

  private static final Set<String> FIELDS =
      Set.of("name", "formula", "temperature", "teacher", "alpha", "note", "value", "grad");

  private static final Pattern TEACHER = Pattern.compile("([0-9.]+) \\* u\\(\"(\\w+)\", i\\)");

  private final LossCase figures;
  private final Shape shape;
  private final double scale;
  private final String teacherKey;
  private final double alpha;

  DistillationChecks(LossCase figures) {
    JsonObject json = figures.json();
    Matcher teacher = TEACHER.matcher(json.get("teacher").getAsString());
    assertThat(teacher.matches()).as("'%s' is understood", json.get("teacher")).isTrue();
    this.figures = figures;
    this.shape = figures.shape("logits");
    this.scale = Double.parseDouble(teacher.group(1));
    this.teacherKey = teacher.group(2);
    this.alpha = json.has("alpha") ? json.get("alpha").getAsDouble() : 1;
  }

  void check() {
    GoldenFile.checkFields(figures.json(), FIELDS);
    double temperature = figures.json().get("temperature").getAsDouble();
    try (PartBuilder builder = new PartBuilder()) {
      Loss divergence = loss(builder, "{type: %s, tau: %s}".formatted(DIVERGENCE, temperature));
      Loss labels = loss(builder, "{type: CrossEntropyLoss}");
      try (NetworkBench bench = new NetworkBench(figures.plugins().engine(), divergence, 1)) {
        check(bench, (context, logits) -> value(context, divergence, labels, logits));
      }
    }
  }

  private Loss loss(PartBuilder builder, String config) {
    return figures.plugins().build(builder, Kind.LOSS, Loss.class, config);
  }

  private void check(NetworkBench bench, Objective objective) {
    figures.checkValues(
        bench.train((context, manager) -> List.of(objective.of(context, logits(manager)))).get(0));
    figures.checkGradient(
        bench
            .inputGradients(
                (context, manager) -> List.of(logits(manager)),
                (context, logits) -> objective.of(context, logits.get(0)))
            .get(0),
        "logits");
  }

  private NDArray logits(NDManager manager) {
    return figures.numbers(manager, "logits", shape, scale);
  }

  private NDArray value(Context context, Loss divergence, Loss labels, NDArray logits) {
    NDManager manager = logits.getManager();
    NDArray teacher = figures.numbers(manager, teacherKey, shape, scale);
    NDArray ofTeacher = divergence.forward(context, logits, teacher).mul((float) alpha);
    NDArray ofLabels =
        labels.forward(context, logits, figures.labels(manager, shape)).mul((float) (1 - alpha));
    return ofTeacher.add(ofLabels);
  }

  @FunctionalInterface
  private interface Objective {
    NDArray of(Context context, NDArray logits);
  }
}
