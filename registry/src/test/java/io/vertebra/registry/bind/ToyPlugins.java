package io.vertebra.registry.bind;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.DefaultType;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.FormerKey;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.RemovedKey;
import io.vertebra.api.options.Shorthand;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.RemovedType;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.api.train.Hook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Parts without a task, described by the annotation processor as real ones are. */
final class ToyPlugins {
  private ToyPlugins() {}

  /** Ways to reduce. */
  public enum Reduction {
    MEAN,
    SUM
  }

  /** Options that several parts share. */
  public record Common(@Doc("a name") @Default("none") String label) {}

  /** A service of the host. */
  public record Service(String name) {}

  /** An argument of a parent. */
  public record Width(int value) {}

  /** A flip. */
  @RemovedType(type = "OldFlip", use = "ToyFlip with T_max")
  @StateDictNames(
      library = "elsewhere",
      rules = {"backbone.{i}.* = blocks.{i+1}.*", "- = aux.*"})
  @Plugin(
      kind = Kind.TRANSFORM,
      type = "ToyFlip",
      summary = "a flip of tests",
      formerTypes = "FormerFlip")
  @Variant(
      type = "ToyHalfFlip",
      defaults = {"flip_weight: 0.5", "label: half"})
  public static final class ToyFlip implements Transform, AutoCloseable {
    @RemovedKey(key = "min_weight", use = "flip_weight")
    public record Options(
        @Doc("the weight") @Default("1.0") @Range(min = 0, max = 2) double flipWeight,
        @Doc("how to reduce") @Default("mean") Reduction reduction,
        @Doc("a size") @Default("3") IntPair size,
        @Doc("weights") Optional<List<Double>> classWeight,
        @Key("T_max") @FormerKey("t_max") @Default("10") int maximum,
        @Inline Common common) {
      public Options {
        if (maximum == 13) {
          throw new IllegalArgumentException("T_max must not be 13");
        }
      }
    }

    final Options options;
    final Service service;
    final Optional<Width> width;
    boolean closed;

    public ToyFlip(Options options, Service service, Width width) {
      this.options = options;
      this.service = service;
      this.width = Optional.ofNullable(width);
    }

    @Override
    public Sample apply(Sample sample, RandomGenerator random) {
      return sample;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** A metric without options. */
  @Plugin(kind = Kind.METRIC, type = "ToyMetric", summary = "a metric of tests")
  public static final class ToyMetric implements Metric {
    public ToyMetric() {}

    @Override
    public String prefix() {
      return "toy";
    }

    @Override
    public Accumulator start() {
      throw new IllegalStateException("not used");
    }
  }

  /** Options that refuse some values. */
  public record Span(
      @Doc("the begin") @Default("0") int begin, @Doc("the end") @Default("1") int end) {
    public Span {
      if (end <= begin) {
        throw new IllegalArgumentException("end " + end + " is before " + begin);
      }
    }
  }

  /** Spans, written as one for all or as a list. */
  public record Days(List<Span> list) {
    @Shorthand
    public static Days ofAll(Span all) {
      return new Days(List.of(all));
    }

    @Shorthand
    public static Days ofEach(List<Span> each) {
      return new Days(each);
    }
  }

  /** A hook without options of its own. */
  @Plugin(kind = Kind.HOOK, type = "ToyHook", summary = "a hook of tests")
  public static final class ToyHook implements Hook {
    public ToyHook() {}
  }

  /** A hook with an option that all hooks have too. */
  @Plugin(kind = Kind.HOOK, type = "ToyWeightHook", summary = "another hook of tests")
  public static final class ToyWeightHook implements Hook {
    public record WeightOptions(@Doc("a weight of its own") @Default("1.0") double priority) {}

    final WeightOptions options;

    public ToyWeightHook(WeightOptions options) {
      this.options = options;
    }
  }

  /** A whole config. */
  @ConfigSection
  public record Toy(
      @Doc("the flip") @DefaultType("ToyFlip") Factory<Transform> flip,
      @Doc("another flip") Optional<Factory<Transform>> otherFlip,
      @Doc("spans") @Default("[]") List<Span> spans,
      @Doc("a span of all days, or a list of one for each") @Default("{}") Days days,
      @Doc("the metrics") @Default("[]") List<Metric> metrics,
      @Doc("numbers by name") @Default("{}") Map<String, Long> numbers,
      @Doc("anything") Optional<Object> extra) {}
}
