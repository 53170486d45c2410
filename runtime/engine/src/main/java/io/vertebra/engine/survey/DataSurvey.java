package io.vertebra.engine.survey;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Reads every image of a data set once, and decodes it. */
public final class DataSurvey {
  private final ImageOps ops;
  private final int threads;

  /**
   * Makes a survey.
   *
   * @param ops decodes images
   * @param threads how many images are read at once, 1 or more
   */
  public DataSurvey(ImageOps ops, int threads) {
    this.ops = requireNonNull(ops, "ops is null");
    this.threads = threads;
  }

  /** What was found of an image: facts, or why it cannot be read. */
  private record Finding(Optional<ImageFacts> facts, String problem) {}

  /**
   * Looks at all images.
   *
   * @param dataset the data set; stays with the caller
   * @param progress is told how many images were looked at
   * @return what was found, in the order of the data set
   */
  public SetReport of(Dataset dataset, IntConsumer progress) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Finding>> findings = new ArrayList<>();
      for (int i = 0; i < dataset.size(); i++) {
        int index = i;
        findings.add(workers.submit(() -> look(dataset, index)));
      }
      return collect(dataset, findings, progress);
    } finally {
      workers.shutdownNow();
    }
  }

  private static SetReport collect(
      Dataset dataset, List<Future<Finding>> findings, IntConsumer progress) {
    List<ImageFacts> images = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = result(findings.get(i));
      finding.facts().ifPresentOrElse(images::add, () -> unreadable.add(finding.problem()));
      progress.accept(i + 1);
    }
    return new SetReport(dataset.classes(), dataset.taskClasses(), images, unreadable);
  }

  private static Finding result(Future<Finding> finding) {
    try {
      return finding.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an image cannot be looked at: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the survey was interrupted", e);
    }
  }

  private Finding look(Dataset dataset, int index) {
    try {
      Optional<ImageSource> source = dataset.source(index);
      return new Finding(
          Optional.of(
              source.isPresent() ? stored(dataset, index, source.get()) : inMemory(dataset, index)),
          "");
    } catch (IOException e) {
      return new Finding(Optional.empty(), e.getMessage());
    }
  }

  private ImageFacts stored(Dataset dataset, int index, ImageSource source) throws IOException {
    byte[] bytes = source.read();
    try (ImageBuffer image = ops.decode(bytes, source.name(), ColorType.COLOR)) {
      return facts(dataset, index, source.name(), digest(ByteBuffer.wrap(bytes)), image);
    }
  }

  /** An image that was never encoded comes out of the pipeline. */
  private static ImageFacts inMemory(Dataset dataset, int index) throws IOException {
    Sample sample = dataset.get(index, new SplittableRandom(0));
    try (ImageBuffer image = sample.image()) {
      return facts(dataset, index, sample.source().name(), digest(image.pixels()), image);
    }
  }

  private static ImageFacts facts(
      Dataset dataset, int index, String name, String digest, ImageBuffer image) {
    return new ImageFacts(
        index, name, dataset.target(index), digest, image.height(), image.width());
  }

  private static String digest(ByteBuffer bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes);
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
