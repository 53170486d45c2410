package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageOps;
import java.util.List;
import java.util.Optional;

/** Operations to draw from, with magnitudes that grow with the level. */
final class RandAugmentPolicies {
  private final ImageOps ops;

  RandAugmentPolicies(ImageOps ops) {
    this.ops = ops;
  }

  /** The increasing transforms of timm, {@code timm_increasing} in MMPretrain. */
  List<Transform> timmIncreasing() {
    return List.of(
        new AutoContrast(new ChanceOptions(0.5)),
        new Equalize(new ChanceOptions(0.5)),
        new Invert(new ChanceOptions(0.5)),
        rotate(),
        new Posterize(new Posterize.Options(Optional.empty(), Strength.between(4, 0))),
        new Solarize(new Solarize.Options(Optional.empty(), Strength.between(256, 0))),
        new SolarizeAdd(new SolarizeAdd.Options(Optional.empty(), 128, Strength.between(0, 110))),
        new ColorTransform(EnhanceOptions.between(0, 0.9)),
        new Contrast(EnhanceOptions.between(0, 0.9)),
        new Brightness(EnhanceOptions.between(0, 0.9)),
        new Sharpness(EnhanceOptions.between(0, 0.9)),
        shear(Direction.HORIZONTAL),
        shear(Direction.VERTICAL),
        translate(Direction.HORIZONTAL),
        translate(Direction.VERTICAL));
  }

  /** Few operations that keep colours recognisable, {@code simple_increasing} in MMPretrain. */
  List<Transform> simpleIncreasing() {
    return List.of(
        new AutoContrast(new ChanceOptions(0.5)),
        new Equalize(new ChanceOptions(0.5)),
        rotate(),
        shear(Direction.HORIZONTAL),
        shear(Direction.VERTICAL));
  }

  private Transform rotate() {
    Strength strength = Strength.between(0, 30);
    return new Rotate(Rotate.Options.of(Optional.empty(), Displacement.byDefault(), strength), ops);
  }

  private Transform shear(Direction direction) {
    return new Shear(ShiftOptions.between(0, 0.3, direction), ops);
  }

  private Transform translate(Direction direction) {
    return new Translate(ShiftOptions.between(0, 0.45, direction), ops);
  }
}
