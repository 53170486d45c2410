package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Schedule;
import io.vertebra.engine.config.RunLength;
import io.vertebra.engine.optim.HyperParameters;
import io.vertebra.engine.optim.ScheduleRunners;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run without a network, in which schedules change hyper-parameters. It owns the schedules. */
final class ScheduleCase implements AutoCloseable {
  private static final double RELATIVE = 1e-9;
  private static final double ABSOLUTE = 1e-12;

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "config",
          "groups",
          "max_epochs",
          "epoch_length",
          "record",
          "metrics",
          "note",
          "values");

  private static final Set<String> INVERSE_FIELDS =
      Set.of("base", "gamma", "steps", "by", "values");

  private final JsonObject golden;
  private final PartBuilder builder = new PartBuilder();
  private final List<HyperParameters> groups;
  private final ScheduleRunners runners;
  private final int maxEpochs;
  private final int epochLength;
  private int recorded;

  ScheduleCase(PluginRuntime plugins, JsonObject golden) {
    GoldenFile.checkFields(golden, FIELDS);
    this.golden = golden;
    this.maxEpochs = golden.get("max_epochs").getAsInt();
    this.epochLength = golden.get("epoch_length").getAsInt();
    this.groups =
        golden.getAsJsonArray("groups").asList().stream()
            .map(group -> new HyperParameters(numbers(group.getAsJsonObject())))
            .toList();
    List<Schedule> schedules =
        golden.getAsJsonArray("config").asList().stream()
            .map(config -> build(plugins, config.toString()))
            .toList();
    this.runners =
        new ScheduleRunners(schedules, groups, RunLength.ofEpochs(maxEpochs, epochLength));
  }

  /** Puts figures of inverse decay in the form of the others. */
  static JsonObject inverse(JsonObject inverse) {
    assertThat(inverse.keySet()).isSubsetOf(INVERSE_FIELDS);
    JsonObject config = new JsonObject();
    config.addProperty("type", "InverseTimeLR");
    config.add("gamma", inverse.get("gamma"));
    config.addProperty("by_epoch", inverse.get("by").getAsString().equals("epoch"));
    JsonObject group = new JsonObject();
    group.add("lr", inverse.get("base"));
    JsonObject values = new JsonObject();
    values.add("lr", inverse.get("values"));
    JsonObject golden = new JsonObject();
    golden.addProperty("name", "inverse");
    golden.add("config", listOf(config));
    golden.add("groups", listOf(group));
    golden.add("max_epochs", inverse.get("steps"));
    golden.addProperty("epoch_length", 1);
    golden.addProperty("record", "epoch");
    golden.add("values", values);
    return golden;
  }

  private static JsonArray listOf(JsonObject only) {
    JsonArray list = new JsonArray();
    list.add(only);
    return list;
  }

  /** The numbers of a group, betas one by one. */
  private static Map<String, Double> numbers(JsonObject group) {
    Map<String, Double> numbers = new HashMap<>();
    group
        .asMap()
        .forEach(
            (name, value) -> {
              if (value.isJsonArray()) {
                List<Double> list = GoldenFile.numbers(value);
                for (int i = 0; i < list.size(); i++) {
                  numbers.put(name.replaceAll("s$", "") + (i + 1), list.get(i));
                }
              } else {
                numbers.put(name, value.getAsDouble());
              }
            });
    return numbers;
  }

  private Schedule build(PluginRuntime plugins, String config) {
    return plugins.build(builder, Kind.SCHEDULE, Schedule.class, config);
  }

  void check() {
    boolean eachIteration = golden.get("record").getAsString().equals("iter");
    for (int epoch = 0; epoch < maxEpochs; epoch++) {
      for (int batch = 0; batch < epochLength; batch++) {
        if (eachIteration || batch == 0) {
          checkValues();
        }
        runners.step(false);
      }
      runners.step(true);
      if (golden.has("metrics")) {
        runners.observe(metrics(epoch));
      }
    }
    golden
        .getAsJsonObject("values")
        .asMap()
        .forEach((name, list) -> assertThat(list.getAsJsonArray()).as(name).hasSize(recorded));
  }

  private Map<String, Double> metrics(int epoch) {
    Map<String, Double> metrics = new HashMap<>();
    golden
        .getAsJsonObject("metrics")
        .asMap()
        .forEach((name, list) -> metrics.put(name, GoldenFile.numbers(list).get(epoch)));
    return metrics;
  }

  private void checkValues() {
    for (Map.Entry<String, JsonElement> values :
        golden.getAsJsonObject("values").asMap().entrySet()) {
      JsonElement expected = values.getValue().getAsJsonArray().get(recorded);
      List<Double> figures = new ArrayList<>();
      if (expected.isJsonArray()) {
        figures.addAll(GoldenFile.numbers(expected));
      } else {
        figures.add(expected.getAsDouble());
      }
      assertThat(figures).hasSameSizeAs(groups);
      for (int group = 0; group < figures.size(); group++) {
        double figure = figures.get(group);
        assertThat(groups.get(group).get(values.getKey()))
            .as("%s of group %d at step %d", values.getKey(), group, recorded)
            .isCloseTo(figure, within(RELATIVE * Math.abs(figure) + ABSOLUTE));
      }
    }
    recorded++;
  }

  @Override
  public void close() {
    builder.close();
  }
}
