package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Catalog;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Figures of one model.
 *
 * @param file the file that they stand in
 * @param json the figures
 */
record GoldenEntry(Path file, JsonObject json) {
  /** What the entry is called. */
  String name() {
    return json.get(json.has("variant") ? "variant" : "name").getAsString();
  }

  URI uri() {
    return file.toUri();
  }

  /** Fails where the entry says something that is not compared. */
  void checkFields(Set<String> known) {
    assertThat(json.keySet()).as("fields of %s", name()).isSubsetOf(known);
  }

  /**
   * The config of the model. A model of another library than MMPretrain is a backbone of that name
   * with its own classifier.
   */
  JsonObject config() {
    JsonObject config = json.getAsJsonObject("config");
    if (ownNames()) {
      return config;
    }
    JsonObject backbone = config.deepCopy();
    backbone.add("type", backbone.remove("model"));
    JsonObject head = new JsonObject();
    head.addProperty("type", "ClsHead");
    JsonObject model = new JsonObject();
    model.addProperty("type", "ImageClassifier");
    model.add("backbone", backbone);
    model.add("head", head);
    return model;
  }

  /** Whether names in the state dict are ours, which are MMPretrain's. */
  private boolean ownNames() {
    return json.get("keys").getAsString().equals("mmpretrain");
  }

  /** What our names start with and those of the library do not. */
  String prefix() {
    return ownNames() ? "" : "backbone.";
  }

  /** The same values under the names of the library. */
  <T> Map<String, T> named(Map<String, T> values) {
    Map<String, T> named = new LinkedHashMap<>();
    values.forEach((name, value) -> named.put(name.substring(prefix().length()), value));
    return named;
  }

  /** The first type of the config that no bundle provides. */
  Optional<String> missingType(Catalog catalog) {
    return missingType(config(), catalog);
  }

  /** The first type of a config that no bundle provides. */
  static Optional<String> missingType(JsonElement config, Catalog catalog) {
    return types(config)
        .filter(
            type ->
                Arrays.stream(Kind.values()).allMatch(kind -> catalog.find(kind, type).isEmpty()))
        .findFirst();
  }

  private static Stream<String> types(JsonElement element) {
    if (element.isJsonArray()) {
      return element.getAsJsonArray().asList().stream().flatMap(GoldenEntry::types);
    }
    if (!element.isJsonObject()) {
      return Stream.of();
    }
    JsonObject mapping = element.getAsJsonObject();
    Stream<String> own =
        mapping.has("type") ? Stream.of(mapping.get("type").getAsString()) : Stream.of();
    return Stream.concat(own, mapping.asMap().values().stream().flatMap(GoldenEntry::types));
  }

  Shape input() {
    return GoldenFile.shape(json.get("input"));
  }

  /** The same entry with a backbone that gives the feature maps of all stages. */
  GoldenEntry withStages() {
    return withBackbone(json.getAsJsonObject("stage_config"));
  }

  /** The same entry with other options of the backbone. */
  GoldenEntry withBackbone(JsonObject options) {
    JsonObject changed = json.deepCopy();
    changed.getAsJsonObject("config").getAsJsonObject("backbone").asMap().putAll(options.asMap());
    return new GoldenEntry(file, changed);
  }

  double number(String field, double otherwise) {
    return json.has(field) ? json.get(field).getAsDouble() : otherwise;
  }
}
