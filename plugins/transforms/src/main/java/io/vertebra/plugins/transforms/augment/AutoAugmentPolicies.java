package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageOps;
import java.util.List;
import java.util.Optional;

/** Policies that were learned: lists of sub-policies, of which one is drawn for each image. */
final class AutoAugmentPolicies {
  private static final double LEVELS = 9;

  private final ImageOps ops;

  AutoAugmentPolicies(ImageOps ops) {
    this.ops = ops;
  }

  /** The policy for ImageNet (Cubuk et al., AutoAugment, 2018, table 9). */
  List<List<Transform>> imagenet() {
    return List.of(
        List.of(posterize(4, 0.4), rotate(30, 0.6)),
        List.of(solarize(4, 0.6), new AutoContrast(new ChanceOptions(0.6))),
        List.of(equalize(0.8), equalize(0.6)),
        List.of(posterize(5, 0.6), posterize(5, 0.6)),
        List.of(equalize(0.4), solarize(5, 0.2)),
        List.of(equalize(0.4), rotate(30 / LEVELS * 8, 0.8)),
        List.of(solarize(6, 0.6), equalize(0.6)),
        List.of(posterize(6, 0.8), equalize(1)),
        List.of(rotate(10, 0.2), solarize(1, 0.6)),
        List.of(equalize(0.6), posterize(5, 0.4)),
        List.of(rotate(30 / LEVELS * 8, 0.8), color(0, 0.4)),
        List.of(rotate(30, 0.4), equalize(0.6)),
        List.of(equalize(0), equalize(0.8)),
        List.of(invert(), equalize(1)),
        List.of(color(0.4, 0.6), contrast()),
        List.of(rotate(30 / LEVELS * 8, 0.8), color(0.2, 1)),
        List.of(color(0.8, 0.8), solarize(2, 0.8)),
        List.of(new Sharpness(EnhanceOptions.of(0.7, 0.4)), invert()),
        List.of(shear(), equalize(1)),
        List.of(color(0, 0.4), equalize(0.6)),
        List.of(equalize(0.4), solarize(5, 0.2)),
        List.of(solarize(4, 0.6), new AutoContrast(new ChanceOptions(0.6))),
        List.of(invert(), equalize(1)),
        List.of(color(0.4, 0.6), contrast()),
        List.of(equalize(0.8), equalize(0.6)));
  }

  private static Transform equalize(double prob) {
    return new Equalize(new ChanceOptions(prob));
  }

  private static Transform invert() {
    return new Invert(new ChanceOptions(0.6));
  }

  private static Transform posterize(double bits, double prob) {
    return new Posterize(new Posterize.Options(Optional.of(bits), Strength.of(prob)));
  }

  private static Transform solarize(int ninths, double prob) {
    double threshold = 256 / LEVELS * ninths;
    return new Solarize(new Solarize.Options(Optional.of(threshold), Strength.of(prob)));
  }

  private static Transform color(double magnitude, double prob) {
    return new ColorTransform(EnhanceOptions.of(magnitude, prob));
  }

  private static Transform contrast() {
    return new Contrast(EnhanceOptions.of(0.8, 1));
  }

  private Transform rotate(double angle, double prob) {
    Rotate.Options options =
        Rotate.Options.of(Optional.of(angle), Displacement.byDefault(), Strength.of(prob));
    return new Rotate(options, ops);
  }

  private Transform shear() {
    Optional<Double> magnitude = Optional.of(0.3 / LEVELS * 5);
    return new Shear(
        new ShiftOptions(
            magnitude, Direction.HORIZONTAL, Displacement.byDefault(), Strength.of(0.6)),
        ops);
  }
}
