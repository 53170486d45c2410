package io.vertebra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the images that a user named. */
final class ImageFiles {
  private static final List<String> ENDINGS =
      List.of(".jpg", ".jpeg", ".jpe", ".png", ".bmp", ".gif", ".tif", ".tiff", ".ppm", ".pgm");

  private ImageFiles() {}

  /**
   * Finds images.
   *
   * @param named files, taken whatever their name, and folders, searched with the folders in them
   * @return the images, in the order of the arguments, those of a folder sorted by path
   * @throws IOException if a folder cannot be read
   */
  static List<ImageFile> find(List<Path> named) throws IOException {
    List<ImageFile> images = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        images.addAll(inside(path));
      } else {
        images.add(new ImageFile(path, path.getFileName()));
      }
    }
    return images;
  }

  private static List<ImageFile> inside(Path folder) throws IOException {
    List<ImageFile> images = in(folder);
    if (images.isEmpty()) {
      throw new UserException(
          "there are no images in '%s': none of its files ends with %s"
              .formatted(folder, String.join(", ", ENDINGS)));
    }
    return images;
  }

  /**
   * Finds the images of a folder and of the folders in it.
   *
   * @param folder the folder
   * @return the images, sorted by path; there may be none
   * @throws IOException if a folder cannot be read
   */
  static List<ImageFile> in(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> hasEnding(path) && Files.isRegularFile(path))
          .sorted()
          .map(path -> new ImageFile(path, folder.relativize(path)))
          .toList();
    }
  }

  private static boolean hasEnding(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }
}
