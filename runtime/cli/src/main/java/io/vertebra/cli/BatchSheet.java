package io.vertebra.cli;

import io.vertebra.engine.train.MixedImage;
import io.vertebra.imaging.LabelPainter;
import io.vertebra.imaging.PictureSheet;
import io.vertebra.imaging.PictureWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A sheet of a batch that was mixed, each image with the classes that it has something of. */
final class BatchSheet {
  private static final int COLUMNS = 8;
  private static final int MOST = 64;

  private final Path folder;
  private final List<String> classes;

  BatchSheet(Path folder, List<String> classes) {
    this.folder = folder;
    this.classes = classes;
  }

  /** Writes the first images of a batch. */
  void write(List<MixedImage> batch) throws IOException {
    List<BufferedImage> pictures =
        batch.stream()
            .limit(MOST)
            .map(each -> new LabelPainter().paint(each.image(), lines(each.target())))
            .toList();
    new PictureWriter().write(new PictureSheet(COLUMNS).paint(pictures), file());
  }

  private Path file() {
    return folder.resolve("mixed_batch.png");
  }

  private List<String> lines(List<Float> target) {
    return IntStream.range(0, target.size())
        .filter(label -> target.get(label) > 0)
        .mapToObj(label -> String.format(Locale.ROOT, "%s %.2f", name(label), target.get(label)))
        .toList();
  }

  private String name(int label) {
    return label < classes.size() ? classes.get(label) : Integer.toString(label);
  }
}
