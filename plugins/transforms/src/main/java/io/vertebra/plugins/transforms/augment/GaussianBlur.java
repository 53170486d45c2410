package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.BoxBlurs;
import io.vertebra.plugins.transforms.pixels.SampledGaussian;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Blurs images as Pillow does, {@code mmpretrain.datasets.GaussianBlur}, or by OpenCV's sampled
 * kernel.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "GaussianBlur",
    summary = "Blurs images as Pillow or OpenCV does")
public final class GaussianBlur extends Augmentation {
  private final Options options;

  /**
   * Options of {@link GaussianBlur}.
   *
   * @param radius the standard deviation
   * @param backend the library whose arithmetic is used
   * @param kernelSize how far the kernel of cv2 reaches
   * @param strength how often and how strongly
   */
  public record Options(
      @Doc("standard deviation in pixels") Optional<Double> radius,
      @Doc("pillow: three box blurs along each axis; cv2: a sampled kernel") @Default("pillow")
          Backend backend,
      @Doc("pixels that the kernel of cv2 covers along each axis, odd; 6 radius + 1 by default")
          @Range(min = 1)
          Optional<Integer> kernelSize,
      @Inline Strength strength) {
    /** Checks that there is one magnitude. */
    public Options {
      strength.requireOne("radius", radius);
      if (kernelSize.isPresent() && (backend != Backend.CV2 || kernelSize.get() % 2 == 0)) {
        throw new IllegalArgumentException(
            "kernel_size is %d: it is an odd number, and only for backend cv2"
                .formatted(kernelSize.get()));
      }
    }
  }

  /** The libraries whose arithmetic there is. */
  public enum Backend {
    /** Pillow's {@code ImageFilter.GaussianBlur}. */
    PILLOW,
    /** OpenCV's {@code GaussianBlur}. */
    CV2
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public GaussianBlur(Options options) {
    super(options.strength());
    this.options = options;
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    double radius = strength().magnitude(options.radius(), random);
    if (radius > 0) {
      blur(image, radius);
    }
    return image;
  }

  private void blur(ImageBuffer image, double radius) {
    if (options.backend() == Backend.PILLOW) {
      new BoxBlurs((float) radius).apply(image);
    } else {
      int size = options.kernelSize().orElseGet(() -> (int) Math.rint(radius * 6 + 1) | 1);
      new SampledGaussian(size, radius).apply(image);
    }
  }

  @Override
  GaussianBlur within(Levels levels, Hyperparameters hyperparameters) {
    return new GaussianBlur(
        new Options(
            options.radius(),
            options.backend(),
            options.kernelSize(),
            options.strength().at(levels)));
  }
}
