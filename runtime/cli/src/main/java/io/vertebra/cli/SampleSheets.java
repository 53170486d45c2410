package io.vertebra.cli;

import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.train.Experiment;
import io.vertebra.imaging.LabelPainter;
import io.vertebra.imaging.PictureSheet;
import io.vertebra.imaging.PictureWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sheets of samples, each with the sample after each step of its pipeline. */
final class SampleSheets {
  private static final int COLUMNS = 4;

  private final Path folder;
  private final List<List<BufferedImage>> pictures = new ArrayList<>();
  private List<String> classes = List.of();
  private TargetText targets = new TargetText(List.of(), Map.of());

  SampleSheets(Path folder) {
    this.folder = folder;
  }

  /** Adds samples as they are after a step. */
  void add(String step, Experiment experiment, int epoch, int count) throws IOException {
    try (DataLoader loader = experiment.trainingData()) {
      classes = loader.dataset().classes();
      targets = new TargetText(classes, loader.dataset().taskClasses());
      for (int position = 0; position < count; position++) {
        Optional<Sample> sample = loader.sample(epoch, position);
        if (sample.isEmpty()) {
          return;
        }
        if (pictures.size() == position) {
          pictures.add(new ArrayList<>());
        }
        pictures.get(position).add(paint(step, sample.get()));
      }
    }
  }

  private BufferedImage paint(String step, Sample sample) {
    try (ImageBuffer image = sample.image()) {
      return new LabelPainter().paint(image, List.of(step, targets.of(sample.target())));
    }
  }

  /** The names of the classes of the samples. */
  List<String> classes() {
    return classes;
  }

  /** Writes the sheets and tells how many there are. */
  int write() throws IOException {
    for (int i = 0; i < pictures.size(); i++) {
      BufferedImage sheet = new PictureSheet(COLUMNS).paint(pictures.get(i));
      new PictureWriter().write(sheet, folder.resolve("sample_%03d.png".formatted(i)));
    }
    return pictures.size();
  }
}
