package io.vertebra.plugins.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.train.Schedule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares whole runs with the values that MMEngine 0.10.7 gave; see the file's schema entry. */
final class ScheduleGoldenTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void followsMmengineThroughAWholeRun(GoldenCase golden) {
    List<JsonObject> configs = objects(golden.data().getAsJsonArray("config"));
    assumeTrue(configs.stream().allMatch(Configs::isKnown), "a type that is not built here");
    List<Schedule> schedules = configs.stream().map(Configs::schedule).toList();
    JsonArray expected = golden.data().getAsJsonObject("values").getAsJsonArray("lr");
    List<JsonObject> groups = objects(golden.data().getAsJsonArray("groups"));
    for (int group = 0; group < groups.size(); group++) {
      double initial = groups.get(group).get("lr").getAsDouble();
      List<Double> values = golden.run(schedules, initial);
      assertThat(values).hasSameSizeAs(expected);
      for (int step = 0; step < values.size(); step++) {
        JsonElement atStep = expected.get(step);
        double value =
            (groups.size() == 1 ? atStep : atStep.getAsJsonArray().get(group)).getAsDouble();
        assertThat(values.get(step))
            .as("group %d, step %d", group, step)
            .isCloseTo(value, within(1e-9 * Math.abs(value) + 1e-12));
      }
    }
  }

  static Stream<GoldenCase> cases() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            ScheduleGoldenTest.class.getResourceAsStream("schedules.json"),
            StandardCharsets.UTF_8)) {
      JsonObject file = JsonParser.parseReader(reader).getAsJsonObject();
      return objects(file.getAsJsonArray("cases")).stream().map(GoldenCase::new);
    }
  }

  private static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /** One run of the file. */
  record GoldenCase(JsonObject data) {
    List<Double> run(List<Schedule> schedules, double initial) {
      return new SimulatedRun(schedules, initial, data.get("max_epochs").getAsInt(), epochLength())
          .values(data.get("record").getAsString().equals("iter"));
    }

    private int epochLength() {
      return data.get("epoch_length").getAsInt();
    }

    @Override
    public String toString() {
      return data.get("name").getAsString();
    }
  }
}
