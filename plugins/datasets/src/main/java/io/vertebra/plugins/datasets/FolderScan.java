package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds images by walking a folder. Names that begin with a dot are passed over. */
final class FolderScan {
  private final Path root;
  private final List<String> extensions;

  FolderScan(Path root, List<String> extensions) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IOException(
          "There is no folder '%s': check data_root and data_prefix"
              .formatted(root.toAbsolutePath()));
    }
    this.root = root;
    this.extensions = extensions.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Takes each folder directly below the root as a class, sorted by name. */
  ImageList labelled(Optional<List<String>> names) throws IOException {
    List<String> folders = classFolders();
    List<String> classes = names.orElse(folders);
    if (classes.size() != folders.size()) {
      throw new IOException(
          "'%s' has %d class folders, but classes names %d: %s"
              .formatted(root, folders.size(), classes.size(), folders));
    }
    List<String> paths = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int label = 0; label < folders.size(); label++) {
      for (String path : imagesOf(folders.get(label))) {
        paths.add(path);
        labels.add(label);
      }
    }
    return ImageList.labelled(classes, paths, labels);
  }

  /** Takes all images below the root. */
  ImageList unlabelled() throws IOException {
    List<String> paths = imagesBelow(root);
    if (paths.isEmpty()) {
      throw new IOException("There are no images in '%s'%s".formatted(root, searched()));
    }
    return ImageList.unlabelled(paths);
  }

  /** Counts the class folders; nothing is said of a folder that is not there or cannot be read. */
  static OptionalInt countClasses(Path root) {
    try {
      List<String> folders = Files.isDirectory(root) ? folders(root) : List.of();
      return folders.isEmpty() ? OptionalInt.empty() : OptionalInt.of(folders.size());
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static List<String> folders(Path root) throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      return children
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private List<String> classFolders() throws IOException {
    List<String> folders = folders(root);
    if (folders.isEmpty()) {
      throw new IOException(
          "There are no class folders in '%s': put the images of each class in a folder of its"
                  .formatted(root)
              + " own, name an ann_file, or set with_label: false");
    }
    return folders;
  }

  private List<String> imagesOf(String classFolder) throws IOException {
    List<String> paths = imagesBelow(root.resolve(classFolder));
    if (paths.isEmpty()) {
      throw new IOException(
          "There are no images of class '%s' in '%s'%s"
              .formatted(classFolder, root.resolve(classFolder), searched()));
    }
    return paths;
  }

  private List<String> imagesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(this::isImage)
          .sorted()
          .toList();
    }
  }

  private boolean isImage(String path) {
    boolean hidden = Arrays.stream(path.split("/", -1)).anyMatch(name -> name.startsWith("."));
    String lowerCase = path.toLowerCase(Locale.ROOT);
    return !hidden && extensions.stream().anyMatch(lowerCase::endsWith);
  }

  private String searched() {
    return ": looked for names ending in " + String.join(", ", extensions);
  }
}
