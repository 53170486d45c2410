package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A file of golden figures.
 *
 * @param path where it stands
 * @param json what it says
 */
public record GoldenFile(Path path, JsonObject json) {
  /** Reads a file. */
  static GoldenFile read(Path path) {
    try (Reader reader = Files.newBufferedReader(path)) {
      return new GoldenFile(path, JsonParser.parseReader(reader).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The entries of a section that is a list.
   *
   * @param section its key
   * @return the entries, none where the file has no such section
   */
  public Stream<JsonObject> entries(String section) {
    return json.has(section)
        ? json.getAsJsonArray(section).asList().stream().map(JsonElement::getAsJsonObject)
        : Stream.of();
  }

  /**
   * Makes a test of each entry of a section that is a list, named by the entry's {@code name}.
   *
   * @param section its key
   * @param check compares an entry
   * @return the tests, none where the file has no such section
   */
  public Stream<DynamicTest> tests(String section, Check check) {
    return tests(entries(section), check);
  }

  /**
   * Makes a test of each of some entries, named by its {@code name}.
   *
   * @param entries the entries
   * @param check compares an entry
   * @return the tests
   */
  public static Stream<DynamicTest> tests(Stream<JsonObject> entries, Check check) {
    return entries.map(
        entry -> dynamicTest(entry.get("name").getAsString(), () -> check.accept(entry)));
  }

  /**
   * Finds a file that an entry names.
   *
   * @param name its path, relative to this file
   * @return the path; the file may be missing
   */
  public Path sibling(String name) {
    return path.resolveSibling(name);
  }

  /**
   * Fails where an entry has a field that is not compared.
   *
   * @param entry the entry
   * @param known the fields that are compared or that say nothing
   */
  public static void checkFields(JsonObject entry, Set<String> known) {
    assertThat(entry.keySet()).as("fields").isSubsetOf(known);
  }

  /**
   * Reads numbers.
   *
   * @param figures a list of numbers, or one number
   * @return the numbers
   */
  public static List<Double> numbers(JsonElement figures) {
    return figures.isJsonArray()
        ? figures.getAsJsonArray().asList().stream().map(JsonElement::getAsDouble).toList()
        : List.of(figures.getAsDouble());
  }

  /**
   * Reads a shape.
   *
   * @param figures a list of sizes
   * @return the shape
   */
  public static Shape shape(JsonElement figures) {
    return new Shape(
        figures.getAsJsonArray().asList().stream().mapToLong(JsonElement::getAsLong).toArray());
  }

  /** A comparison of an entry. */
  @FunctionalInterface
  public interface Check {
    /**
     * Compares an entry.
     *
     * @param entry the entry
     * @throws IOException if a file that it names cannot be read
     */
    void accept(JsonObject entry) throws IOException;
  }
}
