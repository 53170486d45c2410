package io.vertebra.plugins.transforms.augment;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Shorthand;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Carries out one of several learned sub-policies (Cubuk et al., AutoAugment, 2018), {@code
 * mmpretrain.datasets.AutoAugment}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "AutoAugment",
    summary = "Carries out one of several learned sub-policies")
public final class AutoAugment implements Transform {
  private final List<Pipeline> policies;

  /**
   * Options of {@link AutoAugment}.
   *
   * @param policies the sub-policies
   * @param hparams what MMPretrain's configs give
   */
  public record Options(
      @Doc("imagenet, or a list of sub-policies, each a list of transforms") Policies policies,
      @Doc(
              "checked, but without effect, as in MMPretrain: the operations of AutoAugment keep"
                  + " their own pad_val and interpolation")
          @Default("{pad_val: 128}")
          Hyperparameters hparams) {}

  /**
   * Sub-policies.
   *
   * @param preset those that have a name
   * @param subPolicies those that are written out
   */
  public record Policies(
      @Doc("name of known policies") Optional<Preset> preset,
      @Doc("sub-policies, each a list of transforms") Optional<List<List<Transform>>> subPolicies) {
    /** Checks that there are some. */
    public Policies {
      if (preset.isPresent() == subPolicies.filter(list -> !list.isEmpty()).isPresent()) {
        throw new IllegalArgumentException("policies must name a preset or hold sub-policies");
      }
    }

    /**
     * Names known policies.
     *
     * @param preset the name
     * @return the policies
     */
    @Shorthand
    public static Policies of(Preset preset) {
      return new Policies(Optional.of(preset), Optional.empty());
    }

    /**
     * Writes policies out.
     *
     * @param subPolicies each a list of transforms
     * @return the policies
     */
    @Shorthand
    public static Policies of(List<List<Transform>> subPolicies) {
      return new Policies(Optional.empty(), Optional.of(subPolicies));
    }
  }

  /** Policies that have a name. */
  public enum Preset {
    /** Learned on ImageNet: 25 sub-policies of two operations. */
    IMAGENET
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops gives memory
   */
  public AutoAugment(Options options, ImageOps ops) {
    requireNonNull(ops, "ops is null");
    this.policies =
        options
            .policies()
            .subPolicies()
            .orElseGet(() -> new AutoAugmentPolicies(ops).imagenet())
            .stream()
            .map(Pipeline::new)
            .toList();
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    return policies.get(random.nextInt(policies.size())).apply(sample, random);
  }
}
