package io.vertebra.testkit.golden;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Which figure of which metric a figure of scikit-learn is. */
final class ExtraMetric {
  /** Figures that follow from counts and orders. */
  private static final double EXACT = 1e-9;

  /** Figures of probabilities: the golden ones are of float64, those of a network float32. */
  private static final double ROUNDED = 1e-7;

  private static final Map<String, Figure> FIGURES =
      Map.ofEntries(
          Map.entry("roc_auc_ovr_macro", share("{type: RocAuc}", "roc/auc")),
          Map.entry(
              "roc_auc_ovr_weighted",
              share("{type: RocAuc, average: weighted}", "roc/auc_weighted")),
          Map.entry("roc_auc_ovo_macro", share("{type: PairwiseRocAuc}", "roc/auc_ovo")),
          Map.entry(
              "roc_auc_per_class", share("{type: RocAuc, average: null}", "roc/auc_classwise")),
          Map.entry(
              "roc_auc_multilabel_macro",
              new Figure("{type: RocAuc}", "multi", "roc/auc", 1, EXACT)),
          Map.entry(
              "average_precision_per_class",
              percent("{type: AveragePrecision, average: null}", "multi-label/AP_classwise")),
          Map.entry("log_loss", probability("{type: LogLoss}", "probability/log_loss")),
          Map.entry("brier_multiclass", probability("{type: BrierScore}", "probability/brier")),
          Map.entry("ece", probability("{type: CalibrationError, bins: %d}", "probability/ece")),
          Map.entry("mce", probability("{type: CalibrationError}", "probability/mce")),
          Map.entry("cohen_kappa", share("{type: CohenKappa}", "single-label/cohen_kappa")),
          Map.entry(
              "cohen_kappa_quadratic",
              share("{type: CohenKappa, weights: quadratic}", "single-label/cohen_kappa")),
          Map.entry(
              "balanced_accuracy",
              share("{type: BalancedAccuracy}", "single-label/balanced_accuracy")),
          Map.entry("matthews", share("{type: MatthewsCorrelation}", "single-label/matthews")),
          Map.entry("top_k_accuracy_3", percent("{type: Accuracy, topk: 3}", "accuracy/top3")),
          Map.entry(
              "precision_macro", percent("{type: SingleLabelMetric}", "single-label/precision")),
          Map.entry("recall_macro", percent("{type: SingleLabelMetric}", "single-label/recall")),
          Map.entry("f1_macro", percent("{type: SingleLabelMetric}", "single-label/f1-score")),
          Map.entry(
              "f1_weighted",
              percent(
                  "{type: SingleLabelMetric, average: weighted}",
                  "single-label/f1-score_weighted")),
          Map.entry(
              "f1_micro",
              percent("{type: SingleLabelMetric, average: micro}", "single-label/f1-score_micro")),
          Map.entry(
              "roc_curve_class0", share("{type: RocAuc, curves: [0]}", "roc/roc_curve_class0")),
          Map.entry(
              "pr_curve_class0",
              share("{type: AveragePrecision, curves: [0]}", "multi-label/pr_curve_class0")));

  private final Figure figure;
  private final JsonElement expected;

  private ExtraMetric(Figure figure, JsonElement expected) {
    this.figure = figure;
    this.expected = expected;
  }

  static Optional<ExtraMetric> of(String name, JsonElement expected) {
    return Optional.ofNullable(FIGURES.get(name)).map(figure -> new ExtraMetric(figure, expected));
  }

  /** A figure: what computes it, of which input, its name, what it is a multiple of. */
  private record Figure(
      String config, String input, String name, double divisor, double tolerance) {}

  private static Figure share(String config, String name) {
    return new Figure(config, "single", name, 1, EXACT);
  }

  private static Figure percent(String config, String name) {
    return new Figure(config, "single", name, 100, EXACT);
  }

  private static Figure probability(String config, String name) {
    return new Figure(config, "single", name, 1, ROUNDED);
  }

  String input() {
    return figure.input();
  }

  String config() {
    return binned() ? figure.config().formatted(object().get("bins").getAsInt()) : figure.config();
  }

  String type() {
    return figure.config().replaceFirst("\\{type: (\\w+).*", "$1");
  }

  private boolean binned() {
    return expected.isJsonObject() && object().has("bins");
  }

  private JsonObject object() {
    return expected.getAsJsonObject();
  }

  /** Compares; of a curve column by column. */
  void check(MetricFigures figures) {
    if (binned()) {
      figures.check(figure.name(), 1, object().get("value"), figure.tolerance());
      figures.check("probability/reliability", 1, object().get("rows"), figure.tolerance());
    } else if (expected.isJsonObject()) {
      object()
          .asMap()
          .forEach(
              (column, values) ->
                  figures.checkColumn(figure.name(), column, values, figure.tolerance()));
    } else {
      figures.check(figure.name(), figure.divisor(), expected, figure.tolerance());
    }
  }
}
