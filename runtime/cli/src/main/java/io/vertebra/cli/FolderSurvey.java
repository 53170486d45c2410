package io.vertebra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a folder of images holds: a folder for each class, either at once or below one folder for
 * training and one for validation.
 *
 * @param training the folder of the training images
 * @param validation the folder of the validation images, where there is one
 * @param classes number of training images of each class, by sorted name
 */
record FolderSurvey(Path training, Optional<Path> validation, Map<String, Integer> classes) {
  private static final List<String> TRAINING = List.of("train", "training");
  private static final List<String> VALIDATION = List.of("val", "valid", "validation", "test");

  static FolderSurvey of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserException("there is no folder '" + folder + "'");
    }
    Path training = first(folder, TRAINING).orElse(folder);
    Optional<Path> validation =
        training.equals(folder) ? Optional.empty() : first(folder, VALIDATION);
    Map<String, Integer> classes = count(training);
    if (classes.size() < 2) {
      throw new UserException(
          "'%s' has %d folders with images, but a folder for each of two classes at least is needed"
              .formatted(training, classes.size()));
    }
    return new FolderSurvey(training, validation, classes);
  }

  private static Optional<Path> first(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isDirectory).findFirst();
  }

  private static Map<String, Integer> count(Path folder) throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
        int images = ImageFiles.in(entry).size();
        if (images > 0) {
          counts.put(entry.getFileName().toString(), images);
        }
      }
    }
    return counts;
  }

  int images() {
    return classes.values().stream().mapToInt(Integer::intValue).sum();
  }
}
