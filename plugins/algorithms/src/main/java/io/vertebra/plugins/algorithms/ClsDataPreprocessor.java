package io.vertebra.plugins.algorithms;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Padding;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Optional;

/**
 * Makes float32 planes of 8-bit images and normalises them, {@code
 * mmpretrain.models.ClsDataPreprocessor}: {@code (image - mean) / std} for each channel, in the
 * order of channels that the network sees.
 */
@Plugin(
    kind = Kind.DATA_PREPROCESSOR,
    type = "ClsDataPreprocessor",
    summary = "Converts images to float32, reorders their channels and normalises them")
public final class ClsDataPreprocessor extends DataPreprocessor {
  private static final int COLOR_CHANNELS = 3;

  private final Options options;

  /**
   * Options of {@link ClsDataPreprocessor}.
   *
   * @param mean what is subtracted
   * @param std what the difference is divided by
   * @param toRgb whether channels are reversed
   * @param padSizeDivisor what heights and widths become multiples of
   * @param padValue the value of added pixels
   * @param toOnehot whether labels become rows
   * @param numClasses classes of the labels
   * @param batchAugments how batches of training are mixed
   */
  public record Options(
      @Doc(
              "mean of each channel, in the order that the network sees: one number for grey images,"
                  + " three for colour")
          Optional<List<Double>> mean,
      @Doc("standard deviation of each channel, in the same order") Optional<List<Double>> std,
      @Doc("reverse the channels of colour images, from blue, green, red to red, green, blue")
          @Default("false")
          boolean toRgb,
      @Doc(
              "heights and widths become multiples of this, by pixels at the right and the bottom;"
                  + " with it or pad_value images of a batch may have several sizes")
          @Range(min = 1)
          Optional<Integer> padSizeDivisor,
      @Doc("value of added pixels, after normalisation; 0 where it is left out")
          Optional<Double> padValue,
      @Doc("turn class indices into rows that are 1 for the class and 0 else") @Default("false")
          boolean toOnehot,
      @Doc("classes of the labels; needed for to_onehot") @Range(min = 1)
          Optional<Integer> numClasses,
      @Doc("how batches of training are mixed; targets become rows")
          Optional<BatchAugments> batchAugments) {
    /** Checks that mean and deviation belong together. */
    public Options {
      int means = mean.map(List::size).orElse(0);
      int deviations = std.map(List::size).orElse(0);
      if (means != deviations || means == 2 || means > COLOR_CHANNELS) {
        throw new IllegalArgumentException(
            "mean and std each have one number (grey) or three (colour), or both are left out;"
                + " here mean has %d and std has %d".formatted(means, deviations));
      }
      if (std.orElse(List.of()).stream().anyMatch(deviation -> deviation <= 0)) {
        throw new IllegalArgumentException("std must be greater than 0, but is " + std.get());
      }
      if (toOnehot && numClasses.isEmpty()) {
        throw new IllegalArgumentException(
            "to_onehot is true, but num_classes is left out: set it to the number of classes");
      }
    }
  }

  /**
   * Makes the preprocessor.
   *
   * @param options the options
   */
  public ClsDataPreprocessor(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  /**
   * How many channels of an image it takes.
   *
   * @return as many as {@code mean} has numbers; 3 where it is left out
   */
  @Override
  public int channels() {
    return options.mean().map(List::size).orElse(COLOR_CHANNELS);
  }

  @Override
  public Batch forward(Context context, Batch batch) {
    Batch prepared =
        batch.withViews(batch.views().stream().map(view -> prepare(context, view)).toList());
    return options.toOnehot() ? withRows(context, prepared) : prepared;
  }

  @Override
  public Optional<BatchAugments> batchAugments() {
    return options.batchAugments();
  }

  /** As the options say; where they say nothing, images of one size stay as they are. */
  @Override
  public Optional<Padding> padding() {
    return options.padSizeDivisor().isPresent() || options.padValue().isPresent()
        ? Optional.of(
            new Padding(options.padSizeDivisor().orElse(1), options.padValue().orElse(0.0)))
        : Optional.empty();
  }

  private Batch withRows(Context context, Batch batch) {
    NDArray targets = batch.targets();
    return targets == null || targets.getShape().dimension() > 1
        ? batch
        : batch.withTargets(context.ops().oneHot(targets, options.numClasses().orElseThrow()));
  }

  private NDArray prepare(Context context, NDArray images) {
    NDArray planes = images.transpose(0, 3, 1, 2);
    if (options.toRgb() && images.getShape().get(3) == COLOR_CHANNELS) {
      planes = planes.flip(1);
    }
    return normalize(images, context.ops().toFloat32(planes));
  }

  private NDArray normalize(NDArray images, NDArray numbers) {
    if (options.mean().isEmpty()) {
      return numbers;
    }
    return numbers
        .sub(perChannel(images, options.mean().get()))
        .div(perChannel(images, options.std().orElseThrow()));
  }

  private static NDArray perChannel(NDArray images, List<Double> values) {
    float[] numbers = new float[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i).floatValue();
    }
    return images.getManager().create(numbers, new Shape(1, numbers.length, 1, 1));
  }
}
