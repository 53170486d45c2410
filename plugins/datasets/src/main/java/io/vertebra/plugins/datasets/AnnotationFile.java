package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A text file that lists images, one a line. */
final class AnnotationFile {
  private AnnotationFile() {}

  /** What a line says: the path of an image and its label. */
  record Entry(String path, int label) {}

  /** The form of the lines of a file. */
  @FunctionalInterface
  interface Form {
    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is of another form; the message says what is expected
     */
    Entry read(String line);
  }

  /**
   * Lists the images of a file of paths, each followed by a blank and its label.
   *
   * @throws IOException if the file is missing or of another form; the message names the line
   */
  static ImageList labelled(Path file, Optional<List<String>> classes) throws IOException {
    return listed(file, classes, AnnotationFile::pathAndLabel);
  }

  /**
   * Lists the images of a file; numbers are the names of the classes where none are given.
   *
   * @throws IOException if the file is missing or of another form; the message names the line
   */
  static ImageList listed(Path file, Optional<List<String>> classes, Form form) throws IOException {
    List<String> paths = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        Entry entry = entry(form, lines.get(i), file + ":" + (i + 1), classes);
        paths.add(entry.path());
        labels.add(entry.label());
      }
    }
    int count = labels.isEmpty() ? 0 : Collections.max(labels) + 1;
    List<String> numbers = IntStream.range(0, count).mapToObj(Integer::toString).toList();
    return ImageList.labelled(classes.orElse(numbers), paths, labels);
  }

  private static Entry entry(Form form, String line, String place, Optional<List<String>> classes)
      throws IOException {
    Entry entry;
    try {
      entry = form.read(line);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: %s, but found '%s'".formatted(place, e.getMessage(), line), e);
    }
    if (classes.isPresent() && entry.label() >= classes.get().size()) {
      throw new IOException(
          "%s: unknown label %d: classes names only 0 to %d"
              .formatted(place, entry.label(), classes.get().size() - 1));
    }
    return entry;
  }

  static ImageList unlabelled(Path file) throws IOException {
    return ImageList.unlabelled(lines(file).stream().filter(line -> !line.isEmpty()).toList());
  }

  /** The lines of a file without blanks around them. */
  static List<String> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "There is no file '%s': check data_root, and ann_file where it is given"
              .formatted(file.toAbsolutePath()));
    }
    return Files.readAllLines(file).stream().map(String::strip).toList();
  }

  private static Entry pathAndLabel(String line) {
    int blank = line.lastIndexOf(' ');
    String label = line.substring(blank + 1);
    if (blank < 0 || !label.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("expected a path, a blank and a label");
    }
    return new Entry(line.substring(0, blank).strip(), Integer.parseInt(label));
  }
}
