package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares with what MMEngine makes of the same files; where it should differ stands in MmEngine.
 */
final class ConfigGoldenTest {
  private static final Set<String> CASE_FIELDS =
      Set.of("name", "entry", "env", "options", "expected", "error", "note");
  private static final Set<String> ERROR_FIELDS =
      Set.of("reference_class", "names", "not_named_by_the_reference");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException, URISyntaxException {
    Path folder = folder();
    return entries(folder, "cases")
        .map(JsonElement::getAsJsonObject)
        .map(c -> test(c.get("name").getAsString(), () -> check(folder, c)));
  }

  @TestFactory
  Stream<DynamicTest> optionValues() throws IOException, URISyntaxException {
    return entries(folder(), "option_values")
        .map(JsonElement::getAsJsonArray)
        .map(v -> test("`" + v.get(0).getAsString() + "`", () -> checkOptionValue(v)));
  }

  private static DynamicTest test(String name, Runnable body) {
    return DynamicTest.dynamicTest(name, body::run);
  }

  private static Path folder() throws URISyntaxException {
    String other = System.getProperty("vertebra.golden");
    Path root =
        other == null
            ? Path.of(ConfigGoldenTest.class.getResource("/golden").toURI())
            : Path.of(other);
    return root.resolve("parts/config");
  }

  private static Stream<JsonElement> entries(Path folder, String section) throws IOException {
    Path file = folder.resolve("cases.json");
    if (!Files.exists(file)) {
      return Stream.empty();
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonArray entries = JsonParser.parseReader(reader).getAsJsonObject().getAsJsonArray(section);
      return entries == null ? Stream.empty() : StreamSupport.stream(entries.spliterator(), false);
    }
  }

  private static void check(Path folder, JsonObject golden) {
    assertThat(CASE_FIELDS).containsAll(golden.keySet());
    Path entry = folder.resolve(golden.get("entry").getAsString());
    JsonObject env = golden.has("env") ? golden.getAsJsonObject("env") : new JsonObject();
    ConfigLoader loader =
        new ConfigLoader(name -> env.has(name) ? env.get(name).getAsString() : null);
    List<String> options = texts(golden.getAsJsonArray("options"));
    if (golden.has("error") && !MmEngine.refusesWithoutNeed(entry, names(golden))) {
      checkError(golden, () -> loader.load(entry, options));
      return;
    }
    ConfigNode loaded = loader.load(entry, options);
    if (golden.has("expected")) {
      String here = folder.toAbsolutePath().normalize().toString().replace('\\', '/');
      assertThat(MmEngine.differences(golden.get("expected"), loaded, here)).isEmpty();
    }
  }

  private static List<String> names(JsonObject golden) {
    return texts(golden.getAsJsonObject("error").getAsJsonArray("names"));
  }

  private static void checkError(JsonObject golden, Runnable load) {
    JsonObject error = golden.getAsJsonObject("error");
    assertThat(ERROR_FIELDS).containsAll(error.keySet());
    ConfigException thrown = catchThrowableOfType(ConfigException.class, load::run);
    assertThat(thrown).isNotNull();
    assertThat(thrown.getMessage()).contains(names(golden));
  }

  private static void checkOptionValue(JsonArray golden) {
    String text = golden.get(0).getAsString();
    Consumer<String> set = value -> loadWith("x=" + value);
    if (golden.get(1).getAsString().equals("ok")) {
      ConfigNode value = loadWith("x=" + text).get("x").orElseThrow();
      assertThat(MmEngine.optionDifferences(text, golden.get(2), value)).isEmpty();
    } else {
      assertThat(catchThrowableOfType(ConfigException.class, () -> set.accept(text))).isNotNull();
    }
  }

  private static MappingNode loadWith(String option) {
    return new ConfigLoader(name -> null).loadText(Path.of("empty.yaml"), "", List.of(option));
  }

  private static List<String> texts(JsonArray array) {
    List<String> texts = new ArrayList<>();
    if (array != null) {
      array.forEach(text -> texts.add(text.getAsString()));
    }
    return texts;
  }
}
