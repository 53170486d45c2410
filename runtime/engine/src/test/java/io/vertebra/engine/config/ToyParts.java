package io.vertebra.engine.config;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Sampler;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.ClassCount;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Misfit;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.FormerKey;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.MetricSchedule;
import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Parts that only tell what a check asks them for. */
final class ToyParts {
  private ToyParts() {}

  /** An algorithm whose head takes some channels. */
  @Plugin(kind = Kind.ALGORITHM, type = "ToyNetwork", summary = "an algorithm of tests")
  public static final class Network extends Algorithm {
    private final Network.Options options;

    public record Options(
        @Doc("channels that the head is given") @Default("8") int channels,
        @Doc("the head") @Default("{}") HeadOptions head) {}

    public record HeadOptions(
        @Doc("channels that the head takes") @Default("8") int inChannels,
        @Doc("classes") @Default("3") int numClasses) {
      public HeadOptions {
        if (numClasses == 13) {
          throw new IllegalArgumentException("num_classes must not be 13");
        }
      }
    }

    public Network(Network.Options options) {
      this.options = options;
    }

    @Override
    public List<Misfit> misfits() {
      return options.head().inChannels() == options.channels()
          ? List.of()
          : List.of(new Misfit("head.in_channels", "is not what is given", "set it right"));
    }

    @Override
    public Optional<ClassCount> classes() {
      return Optional.of(new ClassCount(options.head().numClasses(), "head.num_classes"));
    }

    @Override
    public Map<String, NDArray> loss(Context context, Batch batch) {
      throw new IllegalStateException("not used");
    }

    @Override
    public NDArray scores(Context context, NDArray images) {
      throw new IllegalStateException("not used");
    }
  }

  /** A data set that must not be opened. */
  @Plugin(kind = Kind.DATASET, type = "ToyData", summary = "a data set of tests")
  public static final class Data implements Dataset {
    public record Options(@Doc("classes, if they are known") Optional<Integer> classes)
        implements KnownClasses {
      @Override
      public OptionalInt classCount() {
        return classes.map(OptionalInt::of).orElse(OptionalInt.empty());
      }
    }

    public Data(Data.Options options) {
      throw new IllegalStateException("a check does not open " + options);
    }

    @Override
    public int size() {
      return 0;
    }

    @Override
    public List<String> classes() {
      return List.of();
    }

    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public Sample get(int index, RandomGenerator random) {
      throw new IllegalStateException("not used");
    }
  }

  /** A data set that is made of others, and knows nothing of them. */
  @Plugin(kind = Kind.DATASET, type = "ToyUnion", summary = "data sets of tests")
  public static final class Union implements Dataset {
    public record Options(@Doc("the data sets") List<Factory<Dataset>> parts) {}

    public Union(Union.Options options) {
      throw new IllegalStateException("a check does not open " + options);
    }

    @Override
    public int size() {
      return 0;
    }

    @Override
    public List<String> classes() {
      return List.of();
    }

    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public Sample get(int index, RandomGenerator random) {
      throw new IllegalStateException("not used");
    }
  }

  /** A metric that tells its figures, or not. */
  @Plugin(kind = Kind.METRIC, type = "ToyMetric", summary = "a metric of tests")
  public static final class Figures implements Metric {
    private final Figures.Options options;

    public record Options(@Doc("names of the figures") Optional<List<String>> names) {}

    public Figures(Figures.Options options) {
      this.options = options;
    }

    @Override
    public String prefix() {
      return "toy";
    }

    @Override
    public Optional<List<String>> names() {
      return options.names();
    }

    @Override
    public Accumulator start() {
      throw new IllegalStateException("not used");
    }
  }

  /** A hook that waits for a figure. */
  @Plugin(kind = Kind.HOOK, type = "ToyHook", summary = "a hook of tests", formerTypes = "OldHook")
  public static final class Waiting implements Hook {
    private final Waiting.Options options;

    public record Options(@Doc("the figure") @FormerKey("metric") Optional<String> figure) {}

    public Waiting(Waiting.Options options) {
      this.options = options;
    }

    @Override
    public List<String> monitors() {
      return options.figure().stream().toList();
    }
  }

  /** A schedule that does nothing. */
  @Plugin(kind = Kind.SCHEDULE, type = "ToySchedule", summary = "a schedule of tests")
  public static final class Idle implements Schedule {
    private final Idle.Options options;

    public record Options(@Inline ScheduleSpan span) {}

    public Idle(Idle.Options options) {
      this.options = options;
    }

    @Override
    public ScheduleSpan span() {
      return options.span();
    }

    @Override
    public double next(ScheduleStep step) {
      return step.current();
    }
  }

  /** A schedule that follows a figure. */
  @Plugin(kind = Kind.SCHEDULE, type = "ToyPlateau", summary = "a schedule of tests")
  public static final class Following implements MetricSchedule {
    private final Following.Options options;

    public record Options(
        @Doc("the figure") @Default("loss") String monitor, @Inline ScheduleSpan span) {}

    public Following(Following.Options options) {
      this.options = options;
    }

    @Override
    public String monitor() {
      return options.monitor();
    }

    @Override
    public void observe(double figure) {}

    @Override
    public Map<String, Object> state() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, Object> state) {}

    @Override
    public ScheduleSpan span() {
      return options.span();
    }

    @Override
    public double next(ScheduleStep step) {
      return step.current();
    }
  }

  /** A preprocessor that does nothing. */
  @Plugin(kind = Kind.DATA_PREPROCESSOR, type = "ToyPreprocessor", summary = "one of tests")
  public static final class Identity extends DataPreprocessor {
    public Identity() {}

    @Override
    public Batch forward(Context context, Batch batch) {
      return batch;
    }

    @Override
    public int channels() {
      return 1;
    }
  }

  /** A sampler of nothing. */
  @Plugin(kind = Kind.SAMPLER, type = "ToySampler", summary = "a sampler of tests")
  public static final class Nothing implements Sampler {
    public Nothing() {}

    @Override
    public int[] indices(int epoch) {
      return new int[0];
    }
  }

  /** An optimizer that leaves parameters as they are. */
  @Plugin(kind = Kind.OPTIMIZER, type = "ToyOptimizer", summary = "an optimizer of tests")
  public static final class Still implements Optimizer {
    public Still() {}

    @Override
    public Map<String, Double> hyperParameters() {
      return Map.of("lr", 0.0, "weight_decay", 0.0);
    }

    @Override
    public List<String> slots() {
      return List.of();
    }

    @Override
    public void update(OptimizerOps ops, ParameterGroup group) {}
  }
}
