package io.vertebra.plugins.transforms.augment;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Dirichlet;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Blend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mixes an image with several chains of operations on it, so that it stays close to what images
 * look like (Hendrycks et al., AugMix, 2020). The operations are those of the paper, which leaves
 * out what its corruption benchmark tests; the extra loss of the paper is no part of it.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "AugMix",
    summary = "Mixes an image with several chains of operations on it")
public final class AugMix implements Transform {
  private static final double GREATEST_SEVERITY = 10;
  private static final int LONGEST_CHAIN = 3;

  private final Options options;
  private final ImageOps ops;
  private final List<WideOperation> operations;

  /**
   * Options of {@link AugMix}.
   *
   * @param severity how strong operations are at most
   * @param mixtureWidth how many chains there are
   * @param chainDepth how many operations a chain has
   * @param alpha how unequal the weights are
   * @param padVal what stands where nothing was
   * @param interpolation how moved pixels are computed
   */
  public record Options(
      @Doc("greatest strength of operations, 1 to 10") @Default("3") @Range(min = 1, max = 10)
          int severity,
      @Doc("chains that are mixed") @Default("3") @Range(min = 1) int mixtureWidth,
      @Doc("operations of a chain; -1 draws 1 to 3") @Default("-1") @Range(min = -1) int chainDepth,
      @Doc("parameter of the distributions of weights: small for unequal ones")
          @Default("1.0")
          @Range(min = 0)
          double alpha,
      @Doc("colour, blue first, of what comes from outside the image; one number for all channels")
          @Default("[128, 128, 128]")
          DoubleList padVal,
      @Doc("how moved pixels are computed: nearest, bilinear or bicubic") @Default("bilinear")
          Interpolation interpolation) {
    /** Checks what a bound cannot say. */
    public Options {
      if (chainDepth == 0 || alpha == 0) {
        throw new IllegalArgumentException(
            "chain_depth is %d and alpha %s: neither may be 0".formatted(chainDepth, alpha));
      }
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops gives memory
   */
  public AugMix(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
    Displacement displacement = Displacement.exactly(options.padVal(), options.interpolation());
    operations = new ArrayList<>();
    operations.add(WideOperation.autoContrast());
    operations.add(WideOperation.equalize());
    operations.add(WideOperation.posterize(4, 0));
    operations.add(WideOperation.solarize(256, 0));
    operations.add(WideOperation.rotate(30, displacement, ops));
    operations.addAll(WideOperation.shears(0.3, displacement, ops));
    operations.addAll(WideOperation.shifts(75, displacement, ops));
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    double[] weights = new Dirichlet(options.alpha()).draw(options.mixtureWidth(), random);
    double mixed = new Dirichlet(options.alpha()).draw(2, random)[0];
    Blend blend = new Blend(sample.image());
    blend.add(sample.image(), 1 - mixed);
    for (double weight : weights) {
      try (ImageBuffer chain = chain(sample, random)) {
        blend.add(chain, mixed * weight);
      }
    }
    blend.write(sample.image());
    return sample;
  }

  /** Sends a copy of the image through some operations. */
  private ImageBuffer chain(Sample sample, RandomGenerator random) throws IOException {
    ImageBuffer image = sample.image();
    int depth = options.chainDepth() > 0 ? options.chainDepth() : 1 + random.nextInt(LONGEST_CHAIN);
    Sample copy = sample.withImage(ops.crop(image, 0, 0, image.height(), image.width()));
    return new Pipeline(Collections.nCopies(depth, this::operate)).apply(copy, random).image();
  }

  private Sample operate(Sample sample, RandomGenerator random) throws IOException {
    WideOperation operation = operations.get(random.nextInt(operations.size()));
    double part = random.nextDouble() * options.severity() / GREATEST_SEVERITY;
    return operation.at(part, sample.image(), random).apply(sample, random);
  }
}
