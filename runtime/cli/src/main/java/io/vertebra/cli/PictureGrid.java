package io.vertebra.cli;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.engine.survey.ImageFacts;
import io.vertebra.engine.survey.SetReport;
import io.vertebra.imaging.LabelPainter;
import io.vertebra.imaging.PictureWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Draws the first images of each class, a row a class; of several tasks, the classes of each. */
final class PictureGrid {
  private static final int CELL = 128;
  private static final int MOST_ROWS = 100;

  private final ImageOps ops;

  PictureGrid(ImageOps ops) {
    this.ops = ops;
  }

  /**
   * Writes the picture.
   *
   * @param dataset the images
   * @param found what was found of them
   * @param columns how many images of each class
   * @param file the picture, .png
   */
  void write(Dataset dataset, SetReport found, int columns, Path file) throws IOException {
    List<Row> rows = rows(found, columns).limit(MOST_ROWS).toList();
    BufferedImage picture =
        new BufferedImage(
            Math.max(1, columns) * CELL,
            Math.max(1, rows.size()) * CELL,
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      for (int row = 0; row < rows.size(); row++) {
        List<ImageFacts> images = rows.get(row).images();
        for (int column = 0; column < images.size(); column++) {
          BufferedImage cell = painted(dataset, images.get(column), rows.get(row).name());
          draw(graphics, cell, column * CELL, row * CELL);
        }
      }
    } finally {
      graphics.dispose();
    }
    new PictureWriter().write(picture, file);
  }

  /** The first images of a class. */
  private record Row(String name, List<ImageFacts> images) {}

  private static Stream<Row> rows(SetReport found, int columns) {
    return found.tasks().isEmpty()
        ? rows(found, columns, "")
        : found.tasks().stream().flatMap(task -> rows(found.ofTask(task), columns, task + ": "));
  }

  private static Stream<Row> rows(SetReport found, int columns, String prefix) {
    return new TreeMap<>(found.examples(columns))
        .entrySet().stream()
            .map(
                label ->
                    new Row(
                        prefix + ClassNames.of(found.classes(), label.getKey()), label.getValue()));
  }

  /** Draws a picture into a cell, as large as it fits. */
  private static void draw(Graphics2D graphics, BufferedImage picture, int left, int top) {
    double scale = (double) CELL / Math.max(picture.getWidth(), picture.getHeight());
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    graphics.drawImage(picture, left, top, width, height, null);
  }

  private BufferedImage painted(Dataset dataset, ImageFacts facts, String name) throws IOException {
    try (ImageBuffer image = image(dataset, facts.index())) {
      return new LabelPainter().paint(image, List.of(name));
    }
  }

  private ImageBuffer image(Dataset dataset, int index) throws IOException {
    Optional<ImageSource> source = dataset.source(index);
    if (source.isPresent()) {
      return ops.decode(source.get().read(), source.get().name(), ColorType.COLOR);
    }
    Sample sample = dataset.get(index, new SplittableRandom(0));
    return sample.image();
  }
}
