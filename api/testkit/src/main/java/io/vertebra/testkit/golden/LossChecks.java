package io.vertebra.testkit.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.NetworkBench;
import java.util.List;
import java.util.Set;

/** Compares the value and the gradient of one loss. */
final class LossChecks {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "loss",
          "target",
          "logit_scale",
          "sample_weight",
          "avg_factor",
          "calls",
          "note",
          "value",
          "values",
          "grad_of",
          "grad");

  private final LossCase figures;
  private final Shape shape;
  private final int calls;

  LossChecks(LossCase figures) {
    this.figures = figures;
    this.shape = figures.shape("logits");
    this.calls = figures.json().has("calls") ? figures.json().get("calls").getAsInt() : 1;
  }

  void check() {
    GoldenFile.checkFields(figures.json(), FIELDS);
    try (PartBuilder builder = new PartBuilder()) {
      String config = figures.json().get("loss").toString();
      Loss loss = figures.plugins().build(builder, Kind.LOSS, Loss.class, config);
      checkValue(loss);
      checkGradient(loss);
    }
  }

  /** What a loss remembers of calls begins anew with each set of arrays. */
  private void checkValue(Loss loss) {
    try (NetworkBench bench = bench(loss)) {
      figures.checkValues(
          bench
              .train(
                  (context, manager) ->
                      List.of(
                          value(loss, context, figures.numbers(manager, "logits", shape, scale()))))
              .get(0));
    }
  }

  private void checkGradient(Loss loss) {
    try (NetworkBench bench = bench(loss)) {
      figures.checkGradient(
          bench
              .inputGradients(
                  (context, manager) -> List.of(figures.numbers(manager, "logits", shape, scale())),
                  (context, logits) -> value(loss, context, logits.get(0)).sum())
              .get(0),
          "logits");
    }
  }

  private NetworkBench bench(Loss loss) {
    return new NetworkBench(figures.plugins().engine(), loss, 1);
  }

  private double scale() {
    return figures.json().get("logit_scale").getAsDouble();
  }

  private NDArray value(Loss loss, Context context, NDArray logits) {
    NDArray targets = figures.targets(logits.getManager(), shape);
    Averaging averaging = figures.averaging(logits.getManager(), shape);
    for (int earlier = 1; earlier < calls; earlier++) {
      loss.forward(context, logits, targets, averaging);
    }
    return loss.forward(context, logits, targets, averaging);
  }
}
