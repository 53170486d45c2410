package io.vertebra.testkit.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of golden figures: those of the folder {@code golden} among a test's resources, or of
 * the folder that the system property {@code vertebra.golden} names.
 */
final class GoldenFolder {
  private final Optional<Path> folder;

  private GoldenFolder(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The folder of a test; it may be missing. */
  static GoldenFolder of(Class<?> test) {
    String property = System.getProperty("vertebra.golden");
    if (property != null) {
      return new GoldenFolder(Optional.of(Path.of(property)));
    }
    return new GoldenFolder(Optional.ofNullable(test.getResource("/golden")).map(GoldenFolder::at));
  }

  private static Path at(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("'" + url + "' is no folder", e);
    }
  }

  /** The entries of all files of models. */
  Stream<GoldenEntry> models() {
    return list("models").flatMap(GoldenFolder::entries);
  }

  /** The entries of the file of training runs. */
  Stream<GoldenEntry> training() {
    return folder.map(root -> root.resolve("training.json")).filter(Files::exists).stream()
        .flatMap(GoldenFolder::entries);
  }

  /** The file of figures of a component, by its path below the folder of parts. */
  Optional<GoldenFile> part(String name) {
    return folder
        .map(root -> root.resolve("parts").resolve(name + ".json"))
        .filter(Files::exists)
        .map(GoldenFile::read);
  }

  private Stream<Path> list(String name) {
    Optional<Path> place = folder.map(root -> root.resolve(name)).filter(Files::isDirectory);
    if (place.isEmpty()) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(place.get())) {
      List<Path> sorted = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      return sorted.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<GoldenEntry> entries(Path file) {
    return GoldenFile.read(file).entries("entries").map(json -> new GoldenEntry(file, json));
  }
}
