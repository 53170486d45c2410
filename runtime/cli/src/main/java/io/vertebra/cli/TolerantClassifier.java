package io.vertebra.cli;

import io.vertebra.api.data.ImageSource;
import io.vertebra.engine.inference.Classifier;
import io.vertebra.engine.inference.FileSource;
import io.vertebra.engine.inference.Prediction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Predicts all images that can be read, and keeps the messages of those that cannot. */
final class TolerantClassifier {
  /** Batches that are handed over at once, so that images are read while others are computed. */
  private static final int BATCHES = 16;

  private final Classifier classifier;
  private final int batchSize;
  private final int topK;

  TolerantClassifier(Classifier classifier, int batchSize, int topK) {
    this.classifier = classifier;
    this.batchSize = batchSize;
    this.topK = topK;
  }

  /**
   * Predicts.
   *
   * @param files the images
   * @param listener is given each prediction as it comes, in the order of the images
   * @return what became of the images
   */
  Predictions predict(List<ImageFile> files, Consumer<Predictions.Found> listener) {
    Predictions all = new Predictions(new ArrayList<>(), new ArrayList<>());
    int step = (int) Math.min((long) batchSize * BATCHES, Math.max(1, files.size()));
    for (int from = 0; from < files.size(); from += step) {
      Predictions some = some(files.subList(from, Math.min(files.size(), from + step)));
      some.found().forEach(listener);
      all.found().addAll(some.found());
      all.unreadable().addAll(some.unreadable());
    }
    return all;
  }

  private Predictions some(List<ImageFile> files) {
    try {
      return new Predictions(together(files), List.of());
    } catch (IOException e) {
      return files.size() == 1
          ? new Predictions(List.of(), List.of(ErrorReport.message(e)))
          : halves(files);
    }
  }

  /** Narrows down which images cannot be read, so that the others are still computed in batches. */
  private Predictions halves(List<ImageFile> files) {
    Predictions first = some(files.subList(0, files.size() / 2));
    Predictions second = some(files.subList(files.size() / 2, files.size()));
    return new Predictions(
        concat(first.found(), second.found()), concat(first.unreadable(), second.unreadable()));
  }

  private List<Predictions.Found> together(List<ImageFile> files) throws IOException {
    List<ImageSource> sources =
        files.stream().map(file -> (ImageSource) new FileSource(file.path())).toList();
    List<Prediction> predictions = classifier.predict(sources, batchSize, topK);
    List<Predictions.Found> found = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      found.add(new Predictions.Found(files.get(i), predictions.get(i)));
    }
    return found;
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
