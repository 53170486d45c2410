package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A text file that lists images: a path a line, followed by a blank and a label if it has one. */
final class AnnotationFile {
  private final Path file;
  private final Optional<List<String>> classes;
  private final List<String> paths = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();

  private AnnotationFile(Path file, Optional<List<String>> classes) {
    this.file = file;
    this.classes = classes;
  }

  static ImageList labelled(Path file, Optional<List<String>> classes) throws IOException {
    AnnotationFile annotations = new AnnotationFile(file, classes);
    List<String> lines = read(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        annotations.addLabelled(lines.get(i).strip(), i + 1);
      }
    }
    List<Integer> labels = annotations.labels;
    int count = labels.isEmpty() ? 0 : Collections.max(labels) + 1;
    List<String> numbers = IntStream.range(0, count).mapToObj(Integer::toString).toList();
    return ImageList.labelled(classes.orElse(numbers), annotations.paths, labels);
  }

  static ImageList unlabelled(Path file) throws IOException {
    List<String> paths =
        read(file).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return ImageList.unlabelled(paths);
  }

  private static List<String> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "There is no file '%s': check data_root and ann_file".formatted(file.toAbsolutePath()));
    }
    return Files.readAllLines(file);
  }

  private void addLabelled(String line, int number) throws IOException {
    int blank = line.lastIndexOf(' ');
    String label = line.substring(blank + 1);
    if (blank < 0 || !label.matches("\\d{1,9}")) {
      throw new IOException(
          "%s:%d: expected a path, a blank and a label, but found '%s'"
              .formatted(file, number, line));
    }
    int value = Integer.parseInt(label);
    if (classes.isPresent() && value >= classes.get().size()) {
      throw new IOException(
          "%s:%d: unknown label %d: classes names only 0 to %d"
              .formatted(file, number, value, classes.get().size() - 1));
    }
    paths.add(line.substring(0, blank).strip());
    labels.add(value);
  }
}
