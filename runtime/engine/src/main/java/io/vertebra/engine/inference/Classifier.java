package io.vertebra.engine.inference;

import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.image.ColorType;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.checkpoint.LoadPolicy;
import io.vertebra.engine.checkpoint.WeightLoader;
import io.vertebra.engine.config.ConfigWarnings;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.engine.data.Staging;
import io.vertebra.engine.train.Evaluation;
import io.vertebra.engine.train.Learner;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A trained network that names the classes of images. For one thread. */
public final class Classifier implements AutoCloseable {
  private final EngineServices services;
  private final PartBuilder builder;
  private final Learner learner;
  private final Pipeline pipeline;
  private final ScoreReading reading;

  private Classifier(
      EngineServices services,
      PartBuilder builder,
      Learner learner,
      Pipeline pipeline,
      ScoreReading reading) {
    this.services = services;
    this.builder = builder;
    this.learner = learner;
    this.pipeline = pipeline;
    this.reading = reading;
  }

  /**
   * Loads a classifier.
   *
   * @param services what it runs on; stay with the caller
   * @param catalog the parts that there are
   * @param file the checkpoint, which holds config and class names
   * @param config a config to use in place of that in the checkpoint
   * @return the classifier, owned by the caller
   * @throws ConfigException if the config cannot be built
   * @throws IOException if the checkpoint cannot be read or does not fit the config
   */
  public static Classifier load(
      EngineServices services, Catalog catalog, Path file, Optional<MappingNode> config)
      throws IOException {
    PartBuilder builder = new PartBuilder();
    try (Checkpoint checkpoint = Checkpoint.openWeights(file)) {
      MappingNode resolved = config.isPresent() ? config.get() : configOf(checkpoint);
      ClassifierParts parts =
          new ClassifierParts(new Binder(catalog, new ConfigWarnings()), builder, resolved);
      Learner learner = parts.learner(services);
      try {
        checkpoint.load(
            parts.target(learner.algorithm(), learner.state()),
            LoadPolicy.WHOLE,
            new WeightLoader(services.files(), services.ops()));
        CheckpointInfo info = checkpoint.info();
        ScoreReading reading =
            new ScoreReading(learner.algorithm().tasks(), info.classes(), info.taskClasses());
        return new Classifier(services, builder, learner, parts.pipeline(), reading);
      } catch (IOException | RuntimeException | Error e) {
        learner.close();
        throw e;
      }
    } catch (IOException | RuntimeException | Error e) {
      builder.close();
      throw e;
    }
  }

  private static MappingNode configOf(Checkpoint checkpoint) throws CheckpointException {
    if (!checkpoint.info().hasConfig()) {
      throw new CheckpointException(
          checkpoint.file()
              + " was not written by Vertebra and has no config inside: give the config of its"
              + " network with --config");
    }
    return new ConfigLoader().loadText(checkpoint.file(), checkpoint.info().config(), List.of());
  }

  /**
   * The names of the classes.
   *
   * @return the names, by label; empty where there are several tasks
   */
  public List<String> classes() {
    return reading.classes();
  }

  /**
   * Names the classes of an image file.
   *
   * @param file the image
   * @return the five classes of each task with the highest scores, or all where there are fewer
   * @throws IOException if the image cannot be read
   */
  public Prediction predict(Path file) throws IOException {
    return predict(List.of(new FileSource(file)), 1, 5).get(0);
  }

  /**
   * Names the classes of images.
   *
   * @param images the images
   * @param batchSize how many are computed at once, 1 or more
   * @param topK how many classes are named of each task of an image, 1 or more
   * @return a prediction of each image, in their order
   * @throws IOException if an image cannot be read; the message names it
   */
  public List<Prediction> predict(List<ImageSource> images, int batchSize, int topK)
      throws IOException {
    if (batchSize < 1 || topK < 1) {
      throw new IllegalArgumentException("batchSize and topK must be at least 1");
    }
    ColorType color =
        learner.preprocessor().channels() == 1 ? ColorType.GRAYSCALE : ColorType.COLOR;
    ImageSet set = new ImageSet(images, pipeline, services.images(), color);
    int[] order = IntStream.range(0, images.size()).toArray();
    int workers = Math.min(images.size(), Runtime.getRuntime().availableProcessors());
    LoaderSettings settings =
        new LoaderSettings(
            batchSize, Math.max(1, workers), false, LoaderSettings.Unreadable.FAIL, 0);
    List<Prediction> predictions = new ArrayList<>();
    Staging staging = Staging.to(services.runtime(), services.device());
    try (DataLoader loader = new DataLoader(set, epoch -> order, settings, staging);
        EpochBatches batches = loader.epoch(0)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          predictions.addAll(predict(batch, topK));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return predictions;
  }

  private List<Prediction> predict(HostBatch batch, int topK) {
    float[] scores = new Evaluation(learner).scores(batch);
    int count = scores.length / batch.size();
    return IntStream.range(0, batch.size())
        .mapToObj(
            i ->
                reading.read(
                    batch.names().get(i),
                    Arrays.copyOfRange(scores, i * count, (i + 1) * count),
                    topK))
        .toList();
  }

  @Override
  public void close() {
    try (builder) {
      learner.close();
    }
  }
}
