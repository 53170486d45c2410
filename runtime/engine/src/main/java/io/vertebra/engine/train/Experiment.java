package io.vertebra.engine.train;

import io.vertebra.api.metric.Metric;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.config.ExperimentOptions;
import io.vertebra.engine.config.LoaderOptions;
import io.vertebra.engine.config.Schedules;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.optim.SchedulePreview;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.ConfigWriter;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A config with its parts: what can be trained and tested. Parts are built when they are needed and
 * live until this is closed. For one thread.
 */
public final class Experiment implements AutoCloseable {
  private final MappingNode config;
  private final ExperimentParts parts;

  private Experiment(MappingNode config, ExperimentParts parts) {
    this.config = config;
    this.parts = parts;
  }

  /**
   * Checks a config and gets ready to build its parts.
   *
   * @param services what the parts run on, asked for when a network is built; stay with the caller
   * @param catalog the parts that there are
   * @param config the config
   * @return the experiment, owned by the caller
   * @throws ConfigException with everything that is wrong in the config
   */
  public static Experiment open(
      Supplier<EngineServices> services, Catalog catalog, MappingNode config) {
    return new Experiment(config, ExperimentParts.open(services, catalog, config));
  }

  /**
   * The folder that the config names for the files of a run.
   *
   * @return the folder, or empty where it names none
   */
  public Optional<Path> workDirectory() {
    return parts.options().workDir().map(Path::of);
  }

  /**
   * Trains.
   *
   * @param request how
   * @return how it ended
   * @throws ConfigException if the config lacks what training needs
   * @throws IOException if files of the run cannot be written
   */
  public TrainResult train(TrainRequest request) throws IOException {
    ExperimentOptions options = parts.options();
    TrainingRun run =
        new TrainingRun(
            parts,
            require(options.trainDataloader(), "train_dataloader"),
            require(options.optimWrapper(), "optim_wrapper"),
            require(options.trainCfg(), "train_cfg"),
            ConfigWriter.yaml(config));
    return run.run(request);
  }

  /**
   * Tests a checkpoint on the test data, or on the validation data where the config has no other,
   * with the hooks of the config.
   *
   * @param file the checkpoint
   * @param listener is told of each image, in order, and of tables
   * @return the figures, by full name
   * @throws ConfigException if the config lacks what a test needs
   * @throws IOException if the checkpoint cannot be read or does not fit
   */
  public Map<String, Double> test(Path file, TestListener listener) throws IOException {
    ExperimentOptions options = parts.options();
    LoaderOptions data =
        require(options.testDataloader().or(options::valDataloader), "test_dataloader");
    List<Metric> metrics =
        require(options.testEvaluator().or(options::valEvaluator), "test_evaluator").metrics();
    return new TestRun(parts, data, metrics).run(file, listener);
  }

  /**
   * Finds out what the schedules will do in training. Neither a network nor the native library is
   * needed, and the training data only where the length of an epoch is not given.
   *
   * @param epochLength iterations of an epoch, or empty to count those of the training data
   * @return the preview, valid until this is closed
   * @throws ConfigException if the config lacks what training needs
   */
  public SchedulePreview schedulePreview(OptionalInt epochLength) {
    ExperimentOptions options = parts.options();
    TrainOptions training = require(options.trainCfg(), "train_cfg");
    Map<String, Double> hyperParameters =
        require(options.optimWrapper(), "optim_wrapper").optimizer().hyperParameters();
    return new SchedulePreview(
        options.paramScheduler().map(Schedules::schedules).orElse(List.of()),
        hyperParameters,
        training.length(epochLength.orElseGet(this::countBatches)));
  }

  /**
   * Times iterations of training. Nothing is written.
   *
   * @param request what is timed
   * @return how long it took
   * @throws ConfigException if the config lacks what training needs
   */
  public BenchResult bench(BenchRequest request) {
    return new TrainingBench(
            parts,
            require(parts.options().trainDataloader(), "train_dataloader"),
            require(parts.options().optimWrapper(), "optim_wrapper"))
        .run(request);
  }

  /**
   * Opens the data of a loader, without a network.
   *
   * @param key {@code train_dataloader}, {@code val_dataloader} or {@code test_dataloader}
   * @return the loader, closed by the caller, with its data set, which lives until this is closed;
   *     empty where the config has none
   */
  public Optional<DataLoader> loader(String key) {
    ExperimentOptions options = parts.options();
    Optional<LoaderOptions> data =
        switch (key) {
          case "train_dataloader" -> options.trainDataloader();
          case "val_dataloader" -> options.valDataloader();
          case "test_dataloader" -> options.testDataloader();
          default -> throw new IllegalArgumentException("there is no loader '" + key + "'");
        };
    return data.map(parts::newLoader);
  }

  /**
   * Opens the training data with its loader, to look at samples. No native library is needed.
   *
   * @return the loader, to be closed by the caller before this
   * @throws ConfigException if the config names no training data
   */
  public DataLoader trainingData() {
    return parts.newLoader(require(parts.options().trainDataloader(), "train_dataloader"));
  }

  /**
   * Mixes a batch of training as a run would.
   *
   * @param epoch from 0
   * @param batch which batch of the epoch, from 0
   * @return the images, owned by the caller; none where the config mixes no batches, or the epoch
   *     is shorter
   * @throws ConfigException if the config names no training data
   */
  public List<MixedImage> mixedBatch(int epoch, int batch) {
    if (!parts.mixesBatches()) {
      return List.of();
    }
    try (Learner learner = parts.newLearner();
        DataLoader loader = trainingData()) {
      long seed = parts.options().randomness().seed();
      return new MixedBatchPreview(learner, loader, parts.services().images(), seed)
          .of(epoch, batch);
    }
  }

  private int countBatches() {
    LoaderOptions data = require(parts.options().trainDataloader(), "train_dataloader");
    try (DataLoader loader = parts.newLoader(data)) {
      return loader.batches();
    }
  }

  private <T> T require(Optional<T> section, String key) {
    return section.orElseThrow(
        () ->
            new ConfigException(
                List.of(
                    ConfigProblem.of(
                        config.origin(),
                        "`" + key + "` is missing",
                        "training needs train_dataloader, optim_wrapper and train_cfg; a test"
                            + " needs test_dataloader and test_evaluator"))));
  }

  @Override
  public void close() {
    parts.close();
  }
}
