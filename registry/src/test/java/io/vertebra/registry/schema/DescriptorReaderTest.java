package io.vertebra.registry.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands in a description, it is read or a sentence says where it is wrong. */
final class DescriptorReaderTest {
  private static final List<JsonElement> REPLACEMENTS =
      List.of(
          JsonNull.INSTANCE,
          new JsonPrimitive(7),
          new JsonPrimitive(1e300),
          new JsonPrimitive("x"),
          new JsonPrimitive(true),
          new JsonArray(),
          JsonParser.parseString("[null]"),
          new JsonObject());

  private static DescriptorFile read(String text) throws IOException {
    return new DescriptorReader().read(new StringReader(text));
  }

  private static String description() throws IOException {
    try (InputStream in =
        DescriptorReaderTest.class.getResourceAsStream("/" + DescriptorFile.PATH)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                  | it is []: expected an object
          ``                                  | it is missing: expected an object
          {"format": "x"}                     | 'format' is "x": expected a number
          {}                                  | 'format' is missing: expected a number
          {"format": 2}                       | the description has format 2, but this runtime reads format 1
          {"format": 1, "extensions": {}}     | 'extensions' is {}: expected a list
          {"format": 1, "extensions": [[]]}   | 'extensions[0]' is []: expected an object
          {"format": 1, "extensions": []}     | 'sections' is missing: expected a list
          """)
  void wrongShapeIsSaidWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessage(message);
  }

  @Test
  void brokenJsonIsSaid() {
    assertThatThrownBy(() -> read("{\"format\": 1, \"ext"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it is no JSON: ");
  }

  @Test
  void unknownKindIsSaidWithThoseThereAre() throws Exception {
    String text = description().replace("\"kind\":\"metric\"", "\"kind\":\"metrics\"");
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("'.*kind' is \"metrics\": expected one of .*, metric.*");
  }

  @Test
  void namesOfOtherLibrariesAreRead() throws Exception {
    assertThat(read(description()).extensions())
        .flatExtracting(ExtensionDescriptor::stateDictNames)
        .contains(
            new ExtensionDescriptor.NameTable(
                "elsewhere", List.of("backbone.{i}.* = blocks.{i+1}.*", "- = aux.*")));
  }

  @Test
  void unknownTypeOfOptionIsSaid() throws Exception {
    String text = description().replace("\"is\":\"double\"", "\"is\":\"complex\"");
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(
            "'extensions\\[\\d\\]\\.options\\.fields\\[0\\]\\.type\\.is' is \"complex\": expected a type"
                + " of option that this runtime knows");
  }

  @Test
  void deepNestingIsSaid() {
    String type = "{\"is\":\"list\",\"of\":".repeat(100_000);
    assertThatThrownBy(() -> read("{\"format\":1,\"extensions\":[],\"sections\":[" + type))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it is no JSON: ");
  }

  @Test
  void everyReplacedOrMissingValueIsReadOrSaid() throws Exception {
    JsonElement root = JsonParser.parseString(description());
    List<String> refused = new ArrayList<>();
    mutate(root, () -> check(root.toString(), refused));

    assertThat(refused).hasSizeGreaterThan(500);
    assertThat(Set.copyOf(refused))
        .allMatch(message -> message.matches("(?s)('.+'|the description) (is|has) .+"));
  }

  @Test
  void everyCutDescriptionIsSaid() throws Exception {
    String text = description().strip();
    List<String> refused = new ArrayList<>();
    for (int end = 0; end < text.length(); end++) {
      check(text.substring(0, end), refused);
    }
    assertThat(refused).hasSize(text.length());
  }

  private static void check(String text, List<String> refused) {
    Throwable thrown = catchThrowable(() -> read(text));
    if (thrown != null) {
      assertThat(thrown).as(text).isExactlyInstanceOf(IOException.class);
      refused.add(thrown.getMessage());
    }
  }

  /** Runs a check for each value within a tree: with others in its place, and without it. */
  private static void mutate(JsonElement tree, Runnable check) {
    if (tree instanceof JsonObject object) {
      for (String key : List.copyOf(object.keySet())) {
        JsonElement before = object.get(key);
        replace(value -> object.add(key, value), before, check);
        object.remove(key);
        check.run();
        object.add(key, before);
        mutate(before, check);
      }
    } else if (tree instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        replace(value -> array.set(index, value), array.get(i), check);
        mutate(array.get(i), check);
      }
    }
  }

  private static void replace(Consumer<JsonElement> setter, JsonElement before, Runnable check) {
    for (JsonElement replacement : REPLACEMENTS) {
      setter.accept(replacement);
      check.run();
    }
    setter.accept(before);
  }
}
