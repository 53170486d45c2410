package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.NetworkBench;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the scores, the loss and the gradients of a head with angular margins. */
final class MarginHeadChecks {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "head",
          "in_channels",
          "num_subcenters",
          "scale",
          "margins",
          "easy_margin",
          "weight_shape",
          "logits_train",
          "logits_eval",
          "value",
          "grad");

  private static final String WEIGHT = "arc_weight";
  private static final double GRADIENT = 1e-4;
  private static final double LOGIT = 1e-5;

  private final LossCase figures;
  private final Shape features;

  MarginHeadChecks(LossCase figures) {
    this.figures = figures;
    this.features = figures.shape("feature");
  }

  void check() {
    GoldenFile.checkFields(figures.json(), FIELDS);
    try (PartBuilder builder = new PartBuilder()) {
      Head head = figures.plugins().build(builder, Kind.HEAD, Head.class, config().toString());
      try (NetworkBench bench = new NetworkBench(figures.plugins().engine(), head, 1)) {
        fillWeight(bench);
        check(bench, head);
      }
    }
  }

  private JsonObject config() {
    JsonObject config = figures.json().deepCopy();
    config.addProperty("type", config.remove("head").getAsString());
    config.addProperty("num_classes", classes().get(1));
    Set.of("name", "weight_shape", "logits_train", "logits_eval", "value", "grad")
        .forEach(config::remove);
    return config;
  }

  /** N x classes. */
  private Shape classes() {
    return LossCase.shapeOf(figures.json().getAsJsonObject("logits_eval"));
  }

  private void fillWeight(NetworkBench bench) {
    Map<String, NDArray> parameters = bench.state().trainable();
    assertThat(parameters).as("parameters of the head").hasSize(1);
    NDArray weight = parameters.values().iterator().next();
    assertThat(weight.getShape()).isEqualTo(figures.shape(WEIGHT));
    try (NDManager manager = bench.state().manager().newSubManager()) {
      new Tensors(figures.plugins().engine().runtime())
          .copy(figures.numbers(manager, WEIGHT, weight.getShape(), 1), weight);
    }
  }

  private void check(NetworkBench bench, Head head) {
    new Figures(LOGIT)
        .checkSummary(
            bench
                .evaluate((context, manager) -> List.of(head.logits(context, features(manager))))
                .get(0),
            figures.json().getAsJsonObject("logits_eval"),
            figures.json().get("scale").getAsDouble(),
            "logits");
    figures.checkValues(
        bench.train((context, manager) -> List.of(loss(head, context, features(manager)))).get(0));
    checkGradients(bench, head);
  }

  private void checkGradients(NetworkBench bench, Head head) {
    figures.checkGradient(
        bench
            .inputGradients(
                (context, manager) -> features(manager),
                (context, features) -> loss(head, context, features))
            .get(0),
        "feature",
        GRADIENT,
        GRADIENT);
    figures.checkGradient(
        bench
            .gradients((context, manager) -> loss(head, context, features(manager)))
            .values()
            .iterator()
            .next(),
        WEIGHT,
        GRADIENT,
        GRADIENT);
  }

  private List<NDArray> features(NDManager manager) {
    return List.of(figures.numbers(manager, "feature", features, 1));
  }

  private NDArray loss(Head head, Context context, List<NDArray> features) {
    NDArray labels = figures.labels(features.get(0).getManager(), classes());
    return head.loss(context, features, labels).get("loss");
  }
}
