package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Carries out one operation, drawn evenly, at a magnitude drawn evenly (Müller and Hutter,
 * TrivialAugment, 2021, the wide space of its table 1). It has nothing to tune.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "TrivialAugment",
    summary = "Carries out one operation at a magnitude, both drawn evenly")
public final class TrivialAugment implements Transform {
  private final List<WideOperation> operations;
  private final int bins;

  /**
   * Options of {@link TrivialAugment}.
   *
   * @param numMagnitudeBins how many magnitudes there are
   * @param padVal what stands where nothing was
   * @param interpolation how moved pixels are computed
   */
  public record Options(
      @Doc("magnitudes to draw from, from the weakest to the strongest")
          @Default("31")
          @Range(min = 2)
          int numMagnitudeBins,
      @Doc("colour, blue first, of what comes from outside the image; one number for all channels")
          @Default("[128, 128, 128]")
          DoubleList padVal,
      @Doc("how moved pixels are computed: nearest, bilinear or bicubic") @Default("nearest")
          Interpolation interpolation) {}

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops gives memory
   */
  public TrivialAugment(Options options, ImageOps ops) {
    bins = options.numMagnitudeBins();
    Displacement displacement = Displacement.exactly(options.padVal(), options.interpolation());
    operations = new ArrayList<>();
    operations.add(WideOperation.without((sample, random) -> sample));
    operations.addAll(WideOperation.shears(0.99, displacement, ops));
    operations.addAll(WideOperation.shifts(32, displacement, ops));
    operations.add(WideOperation.rotate(135, displacement, ops));
    operations.add(enhance(Brightness::new));
    operations.add(enhance(ColorTransform::new));
    operations.add(enhance(Contrast::new));
    operations.add(enhance(Sharpness::new));
    operations.add(WideOperation.posterize(8, 2));
    operations.add(WideOperation.solarize(255, 0));
    operations.add(WideOperation.autoContrast());
    operations.add(WideOperation.equalize());
  }

  private static WideOperation enhance(Function<EnhanceOptions, Transform> make) {
    return new WideOperation(
        0, 0.99, true, (magnitude, image) -> make.apply(EnhanceOptions.exactly(magnitude)));
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    WideOperation operation = operations.get(random.nextInt(operations.size()));
    double part = (double) random.nextInt(bins) / (bins - 1);
    return operation.at(part, sample.image(), random).apply(sample, random);
  }
}
