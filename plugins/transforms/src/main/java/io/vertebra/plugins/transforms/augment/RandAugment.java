package io.vertebra.plugins.transforms.augment;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Carries out some of a list of operations, drawn evenly and with replacement, at one level of
 * magnitude (Cubuk et al., RandAugment, 2019), {@code mmpretrain.datasets.RandAugment}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "RandAugment",
    summary = "Carries out operations drawn from a list, at one level of magnitude")
public final class RandAugment implements Transform {
  private final List<Transform> policies;
  private final int count;

  /**
   * Options of {@link RandAugment}.
   *
   * @param policies the operations
   * @param numPolicies how many are drawn
   * @param magnitudeLevel the level
   * @param magnitudeStd how much it varies
   * @param totalLevel the greatest level
   * @param hparams what all operations take that do not say otherwise
   */
  public record Options(
      @Doc("timm_increasing, simple_increasing, or a list of transforms") Policies policies,
      @Doc("operations that are drawn for an image") @Range(min = 1) int numPolicies,
      @Doc("level of all operations that have a magnitude_range") double magnitudeLevel,
      @Doc("standard deviation of the level, or inf for levels drawn evenly from 0") @Default("0")
          MagnitudeStd magnitudeStd,
      @Doc("the greatest level") @Default("10") double totalLevel,
      @Doc("pad_val and interpolation of all operations that do not give their own")
          @Default("{pad_val: 128}")
          Hyperparameters hparams) {
    /** Checks the levels. */
    public Options {
      new Levels(magnitudeLevel, magnitudeStd, totalLevel);
    }
  }

  /**
   * Operations to draw from.
   *
   * @param preset those that have a name
   * @param transforms those that are written out
   */
  public record Policies(
      @Doc("name of a known list") Optional<Preset> preset,
      @Doc("transforms") Optional<List<Transform>> transforms) {
    /** Checks that there are some. */
    public Policies {
      if (preset.isPresent() == transforms.filter(list -> !list.isEmpty()).isPresent()) {
        throw new IllegalArgumentException("policies must name a preset or hold transforms");
      }
    }

    /**
     * Names a known list.
     *
     * @param preset the name
     * @return the policies
     */
    @Shorthand
    public static Policies of(Preset preset) {
      return new Policies(Optional.of(preset), Optional.empty());
    }

    /**
     * Writes a list out.
     *
     * @param transforms the operations
     * @return the policies
     */
    @Shorthand
    public static Policies of(List<Transform> transforms) {
      return new Policies(Optional.empty(), Optional.of(transforms));
    }
  }

  /** Lists that have a name. */
  public enum Preset {
    /** timm's increasing transforms: 15 operations. */
    @Key("timm_increasing")
    TIMM_INCREASING,
    /** Five operations that keep colours recognisable. */
    @Key("simple_increasing")
    SIMPLE_INCREASING
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops gives memory
   */
  public RandAugment(Options options, ImageOps ops) {
    requireNonNull(ops, "ops is null");
    Levels levels =
        new Levels(options.magnitudeLevel(), options.magnitudeStd(), options.totalLevel());
    this.count = options.numPolicies();
    this.policies =
        listed(options.policies(), ops).stream()
            .map(policy -> within(policy, levels, options.hparams()))
            .toList();
  }

  private static List<Transform> listed(Policies policies, ImageOps ops) {
    RandAugmentPolicies known = new RandAugmentPolicies(ops);
    return policies
        .transforms()
        .orElseGet(
            () ->
                switch (policies.preset().orElseThrow()) {
                  case TIMM_INCREASING -> known.timmIncreasing();
                  case SIMPLE_INCREASING -> known.simpleIncreasing();
                });
  }

  private static Transform within(
      Transform policy, Levels levels, Hyperparameters hyperparameters) {
    return policy instanceof Augmentation augmentation
        ? augmentation.within(levels, hyperparameters)
        : policy;
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    List<Transform> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(policies.get(random.nextInt(policies.size())));
    }
    return new Pipeline(drawn).apply(sample, random);
  }
}
