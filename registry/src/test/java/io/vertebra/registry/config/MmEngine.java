package io.vertebra.registry.config;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares with results of MMEngine, and knows the rules in which this language differs: bases may
 * overlap and share an ancestor, no name is reserved, {@code _delete_} never stays in a result, and
 * scalars are those of YAML 1.2.
 */
final class MmEngine {
  private static final Set<String> RESERVED =
      Set.of("filename", "text", "pretty_text", "env_variables");

  private final String folder;
  private final List<String> differences = new ArrayList<>();

  private MmEngine(String folder) {
    this.folder = folder;
  }

  /** Tells whether a file is refused there for a rule that does not exist here. */
  static boolean refusesWithoutNeed(Path entry, List<String> named) {
    ConfigLoader loader = new ConfigLoader(name -> null);
    try {
      MappingNode loaded = loader.load(entry, List.of());
      boolean reserved = RESERVED.containsAll(named) && loaded.keys().containsAll(named);
      return reserved || keysInSeveralBases(entry).containsAll(named);
    } catch (ConfigException e) {
      return false;
    }
  }

  private static Set<String> keysInSeveralBases(Path entry) {
    Problems problems = new Problems();
    SourceText source = SourceFiles.read(entry, Origin.of(entry.toString()), problems);
    MappingNode none = MappingNode.empty(Origin.of("none"));
    ReferenceValues values = new ReferenceValues(entry, name -> null, none, problems);
    Set<String> seen = new HashSet<>();
    Set<String> several = new LinkedHashSet<>();
    for (BaseName base : SourceTree.read(source, problems).bases(values)) {
      for (String key : new ConfigLoader(name -> null).load(base.file(), List.of()).keys()) {
        if (!seen.add(key)) {
          several.add(key);
        }
      }
    }
    return several;
  }

  /**
   * Returns the paths at which a tree is not what MMEngine makes, other than by the rules above.
   */
  static List<String> differences(JsonElement expected, ConfigNode actual, String folder) {
    MmEngine comparison = new MmEngine(folder);
    comparison.compare("", expected, actual);
    return comparison.differences;
  }

  /**
   * Returns the same for the value of an option. Four rules more: a text in quotes stays a text,
   * blanks stay, {@code inf} is a text and {@code 0x10} is a number.
   */
  static List<String> optionDifferences(String text, JsonElement expected, ConfigNode actual) {
    if (actual.toObject() instanceof String value) {
      boolean keepsQuoted = text.equals("'" + value + "'") || text.equals('"' + value + '"');
      boolean keepsBlanks = text.equals(value) && text.contains(" ");
      if (keepsQuoted && scalarText(expected).equals(value)) {
        return List.of();
      }
      if (keepsBlanks && scalarText(expected).equals(value.replace(" ", ""))) {
        return List.of();
      }
      if (text.equals("inf") && value.equals("inf")) {
        return List.of();
      }
    }
    boolean number = actual.toObject() instanceof Long && text.startsWith("0x");
    return number && scalarText(expected).equals(text)
        ? List.of()
        : differences(expected, actual, "");
  }

  private static String scalarText(JsonElement scalar) {
    return scalar.isJsonPrimitive() ? scalar.getAsString() : String.valueOf(scalar);
  }

  private void compare(String path, JsonElement expected, ConfigNode actual) {
    if (expected.isJsonObject() && actual instanceof MappingNode mapping) {
      compareKeys(path, expected.getAsJsonObject(), mapping);
    } else if (expected.isJsonArray() && actual instanceof ListNode list) {
      compareElements(path, expected.getAsJsonArray(), list);
    } else if (!(actual instanceof ScalarNode scalar) || !same(expected, scalar)) {
      differences.add(path + ": " + expected + " but " + actual);
    }
  }

  private void compareKeys(String path, JsonObject expected, MappingNode actual) {
    Set<String> keys = new LinkedHashSet<>(expected.keySet());
    keys.remove("_delete_");
    if (!keys.equals(actual.keys())) {
      differences.add(path + ": keys " + keys + " but " + actual.keys());
      return;
    }
    keys.forEach(
        key -> compare(path + "." + key, expected.get(key), actual.get(key).orElseThrow()));
  }

  private void compareElements(String path, JsonArray expected, ListNode actual) {
    if (expected.size() != actual.size()) {
      differences.add(path + ": " + expected + " but " + actual);
      return;
    }
    for (int i = 0; i < actual.size(); i++) {
      compare(path + "." + i, expected.get(i), actual.get(i));
    }
  }

  private boolean same(JsonElement expected, ScalarNode actual) {
    return same(expected, actual.value())
        || (!actual.isQuoted() && same(expected, Yaml11.value(actual.text())));
  }

  private boolean same(JsonElement expected, Object value) {
    if (expected.isJsonNull() || !expected.isJsonPrimitive()) {
      return expected.isJsonNull() && value == null;
    }
    JsonPrimitive scalar = expected.getAsJsonPrimitive();
    if (value instanceof Number number) {
      double figure = number.doubleValue();
      return scalar.isNumber()
          ? scalar.getAsDouble() == figure
          : Double.isInfinite(figure) && scalar.getAsString().equals(number.toString());
    }
    if (value instanceof Boolean) {
      return scalar.isBoolean() && value.equals(scalar.getAsBoolean());
    }
    return scalar.isString() && scalar.getAsString().replace("${CONFIG_DIR}", folder).equals(value);
  }
}
