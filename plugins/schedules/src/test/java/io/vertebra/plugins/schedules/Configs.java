package io.vertebra.plugins.schedules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Makes schedules of the configs in the golden file, with MMEngine's defaults. */
final class Configs {
  private static final Set<String> KNOWN =
      Set.of(
          "ConstantLR", "LinearLR", "StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR");

  private Configs() {}

  static boolean isKnown(JsonObject config) {
    return KNOWN.contains(config.get("type").getAsString());
  }

  static Schedule schedule(JsonObject config) {
    ScheduleSpan span = span(config);
    return switch (config.get("type").getAsString()) {
      case "ConstantLR" ->
          new ConstantLr(new ConstantLr.Options(number(config, "factor").orElse(1.0 / 3), span));
      case "LinearLR" ->
          new LinearLr(
              new LinearLr.Options(
                  number(config, "start_factor").orElse(1.0 / 3),
                  number(config, "end_factor").orElse(1.0),
                  span));
      case "StepLR" ->
          new StepLr(
              new StepLr.Options(count(config, "step_size").orElseThrow(), gamma(config), span));
      case "MultiStepLR" ->
          new MultiStepLr(
              new MultiStepLr.Options(
                  StreamSupport.stream(config.getAsJsonArray("milestones").spliterator(), false)
                      .map(JsonElement::getAsInt)
                      .toList(),
                  gamma(config),
                  span));
      case "ExponentialLR" -> new ExponentialLr(new ExponentialLr.Options(gamma(config), span));
      case "CosineAnnealingLR" ->
          new CosineAnnealingLr(
              new CosineAnnealingLr.Options(
                  count(config, "T_max"),
                  number(config, "eta_min"),
                  number(config, "eta_min_ratio"),
                  span));
      default -> throw new IllegalArgumentException("unknown type in " + config);
    };
  }

  private static ScheduleSpan span(JsonObject config) {
    return new ScheduleSpan(
        "lr",
        !config.has("by_epoch") || config.get("by_epoch").getAsBoolean(),
        count(config, "begin").orElse(0),
        count(config, "end"),
        config.has("convert_to_iter_based") && config.get("convert_to_iter_based").getAsBoolean());
  }

  private static double gamma(JsonObject config) {
    return number(config, "gamma").orElse(0.1);
  }

  private static Optional<Double> number(JsonObject config, String key) {
    return Optional.ofNullable(config.get(key)).map(JsonElement::getAsDouble);
  }

  private static Optional<Integer> count(JsonObject config, String key) {
    return Optional.ofNullable(config.get(key)).map(JsonElement::getAsInt);
  }
}
