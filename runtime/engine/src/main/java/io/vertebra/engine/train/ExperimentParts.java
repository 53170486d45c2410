package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.HookSettings;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.checkpoint.WeightLoader;
import io.vertebra.engine.checkpoint.WeightTarget;
import io.vertebra.engine.config.CheckedConfig;
import io.vertebra.engine.config.ConfigWarnings;
import io.vertebra.engine.config.ExperimentCheck;
import io.vertebra.engine.config.ExperimentOptions;
import io.vertebra.engine.config.LoaderOptions;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.config.ParamwiseOptions;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.engine.data.Staging;
import io.vertebra.engine.init.Initialization;
import io.vertebra.engine.init.ModelNames;
import io.vertebra.engine.init.Pretrained;
import io.vertebra.engine.model.Freezing;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.optim.ParameterGroups;
import io.vertebra.engine.optim.ParameterRules;
import io.vertebra.engine.optim.ParameterSettings;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.config.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds the parts of a config when they are needed. They live until this is closed. */
final class ExperimentParts implements AutoCloseable {
  private final Supplier<EngineServices> services;
  private final PartBuilder builder;
  private final ExperimentOptions options;
  private final MappingNode config;

  private ExperimentParts(
      Supplier<EngineServices> services,
      PartBuilder builder,
      ExperimentOptions options,
      MappingNode config) {
    this.config = config;
    this.services = services;
    this.builder = builder;
    this.options = options;
  }

  static ExperimentParts open(
      Supplier<EngineServices> services, Catalog catalog, MappingNode config) {
    CheckedConfig checked = ExperimentCheck.of(catalog, config);
    checked.report().warnings().forEach(new ConfigWarnings());
    checked.report().throwIfProblems();
    PartBuilder builder = new PartBuilder();
    try {
      builder.pin(checked.bound());
      Object options = builder.build(checked.bound(), ExperimentOptions.class);
      return new ExperimentParts(services, builder, (ExperimentOptions) options, config);
    } catch (RuntimeException | Error e) {
      builder.close();
      throw e;
    }
  }

  ExperimentOptions options() {
    return options;
  }

  EngineServices services() {
    return services.get();
  }

  /** The hooks of a run, which are those of every run of these parts. */
  HookList hooks() {
    List<Hook> hooks = new ArrayList<>(options.defaultHooks().hooks());
    hooks.addAll(options.customHooks());
    return new HookList(hooks, this::priority);
  }

  /** When a hook runs: what the config says, else what the hook says. */
  private int priority(Hook hook) {
    return builder
        .settings(hook, HookSettings.class)
        .flatMap(HookSettings::priority)
        .map(HookSettings.Rank::value)
        .orElseGet(hook::priority);
  }

  /**
   * Builds the network with new arrays, closed by the caller.
   *
   * @throws NotEnoughMemoryException if they do not fit into memory
   */
  Learner newLearner() {
    EngineServices engine = services.get();
    Algorithm algorithm = options.model().create();
    new Initialization(builder).apply(algorithm);
    freezing(algorithm).begin();
    DataPreprocessor preprocessor = preprocessor(algorithm);
    ModelState state =
        NotEnoughMemoryException.explain(
            MemoryNeed.lasting("the network"),
            () ->
                ModelState.initialize(
                    algorithm, engine.runtime(), engine.device(), options.randomness().seed()));
    options.compute().memoryFormat().named().ifPresent(state::layOut);
    return new Learner(algorithm, preprocessor, state, engine.ops(options.precision()));
  }

  private Freezing freezing(Algorithm algorithm) {
    return new Freezing(algorithm, options.trainCfg().map(TrainOptions::frozen).orElse(List.of()));
  }

  private DataPreprocessor preprocessor(Algorithm algorithm) {
    return algorithm.dataPreprocessor().orElseGet(options.dataPreprocessor()::create);
  }

  /** Whether batches of training are mixed. No arrays are made to find out. */
  boolean mixesBatches() {
    Algorithm algorithm = options.model().create();
    return preprocessor(algorithm).batchAugments().or(algorithm::batchAugments).isPresent();
  }

  /** Loads the weights that the config lets networks start from, and tells what was loaded. */
  void loadPretrained(Learner learner, Consumer<String> notes) throws IOException {
    for (Pretrained each : new Initialization(builder).pretrained(learner.algorithm())) {
      notes.accept(each.load(target(learner), loader()));
    }
  }

  /** What loads weights of any naming. */
  WeightLoader loader() {
    return new WeightLoader(services().files(), services().ops());
  }

  /** A network as weights are loaded into it. */
  WeightTarget target(Learner learner) {
    return new WeightTarget(
        learner.algorithm(), learner.state(), ModelNames.of(builder, learner.algorithm()), "");
  }

  /**
   * Divides what is trained into groups, which the caller closes.
   *
   * @throws ConfigException if rules for parameters do not fit the network or the optimizer
   * @throws NotEnoughMemoryException if what the optimizer remembers does not fit into memory
   */
  ParameterGroups newGroups(Learner learner, OptimWrapperOptions wrapper, double rateScale) {
    try {
      List<ParameterSettings> settings =
          new ParameterRules(
                  wrapper.paramwiseCfg().orElse(ParamwiseOptions.NONE), wrapper.constructor())
              .settings(learner.algorithm());
      return NotEnoughMemoryException.explain(
          MemoryNeed.lasting("what the optimizer remembers"),
          () ->
              ParameterGroups.divide(
                  services().runtime(),
                  learner.state().trainable(),
                  settings,
                  wrapper.optimizer(),
                  rateScale,
                  freezing(learner.algorithm())::phasesOf));
    } catch (IllegalArgumentException e) {
      Origin origin = config.get("optim_wrapper").map(ConfigNode::origin).orElse(config.origin());
      throw new ConfigException(List.of(ConfigProblem.of(origin, e.getMessage())));
    }
  }

  /** Builds a data set with a loader for what looks at samples, which the caller closes. */
  DataLoader newLoader(LoaderOptions loader) {
    return newLoader(loader, () -> Staging.NONE);
  }

  /** Builds a data set with a loader for what computes on its batches, which the caller closes. */
  DataLoader newStagedLoader(LoaderOptions loader) {
    return newLoader(loader, () -> Staging.to(services().runtime(), services().device()));
  }

  private DataLoader newLoader(LoaderOptions loader, Supplier<Staging> staging) {
    Dataset dataset = loader.dataset().create();
    long seed = options.randomness().seed();
    Sampler sampler = loader.sampler().create(new SamplerContext(dataset, seed));
    int workers =
        Math.max(
            1, loader.numWorkers().orElseGet(() -> Runtime.getRuntime().availableProcessors()));
    return new DataLoader(
        dataset,
        sampler,
        new LoaderSettings(
            loader.batchSize(), workers, loader.dropLast(), loader.unreadable(), seed),
        staging.get());
  }

  static long count(Iterable<NDArray> arrays) {
    long values = 0;
    for (NDArray array : arrays) {
      values += array.size();
    }
    return values;
  }

  @Override
  public void close() {
    builder.close();
  }
}
