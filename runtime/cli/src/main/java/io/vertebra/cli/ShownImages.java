package io.vertebra.cli;

import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.engine.inference.Prediction;
import io.vertebra.imaging.LabelPainter;
import io.vertebra.imaging.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copies of images with their class drawn into them, under the paths that the images have. */
final class ShownImages {
  private static final List<String> WRITABLE = List.of(".png", ".jpg", ".jpeg");

  private final Map<ImageFile, Path> targets;

  private ShownImages(Map<ImageFile, Path> targets) {
    this.targets = targets;
  }

  /**
   * Chooses the names of the copies.
   *
   * @param folder where they go
   * @param files the images; of two that would have one name the later gets a number
   * @return what writes them
   * @throws UserException if a copy would replace an image
   */
  static ShownImages of(Path folder, List<ImageFile> files) {
    Set<Path> taken = new HashSet<>();
    Set<Path> images =
        files.stream().map(file -> absolute(file.path())).collect(Collectors.toSet());
    Map<ImageFile, Path> targets = new LinkedHashMap<>();
    for (ImageFile file : files) {
      Path target =
          Stream.iterate(1, number -> number + 1)
              .map(number -> folder.resolve(name(file, number)))
              .filter(path -> !taken.contains(absolute(path)))
              .findFirst()
              .orElseThrow();
      taken.add(absolute(target));
      if (images.contains(absolute(target))) {
        throw new UserException(
            "--show-dir %s would replace the image '%s'; choose another folder"
                .formatted(folder, target));
      }
      targets.putIfAbsent(file, target);
    }
    return new ShownImages(targets);
  }

  /** Where the copies go, in the order of the images. */
  Collection<Path> targets() {
    return targets.values();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static String name(ImageFile file, int number) {
    String name = file.relative().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    boolean writable = WRITABLE.contains("." + ending.toLowerCase(Locale.ROOT));
    String full = writable ? name : name + ".png";
    int dot = full.lastIndexOf('.');
    return number == 1 ? full : full.substring(0, dot) + "-" + number + full.substring(dot);
  }

  /**
   * Writes the copies.
   *
   * @param predictions what is drawn
   * @param ops decode the images
   * @throws IOException if an image cannot be read or a copy cannot be written
   */
  void write(List<Predictions.Found> predictions, ImageOps ops) throws IOException {
    LabelPainter painter = new LabelPainter();
    PictureWriter writer = new PictureWriter();
    for (Predictions.Found found : predictions) {
      Path path = found.file().path();
      try (ImageBuffer image =
          ops.decode(Files.readAllBytes(path), path.toString(), ColorType.COLOR)) {
        writer.write(painter.paint(image, lines(found.prediction())), targets.get(found.file()));
      }
    }
  }

  private static List<String> lines(Prediction prediction) {
    if (prediction.hasTasks()) {
      return prediction.tasks().entrySet().stream()
          .map(task -> task.getKey() + ": " + task.getValue().get(0).name())
          .toList();
    }
    return List.of(prediction.best().name(), FigureText.of(prediction.best().score()));
  }
}
