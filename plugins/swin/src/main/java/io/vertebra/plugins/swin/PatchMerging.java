package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Linear;
import io.vertebra.nn.MapPadding;
import io.vertebra.nn.SlidingWindow;
import java.util.Optional;

/**
 * Makes one token of those in a window, {@code PatchMerging} of MMCV and MMPretrain: N x rows x
 * columns x C to N x rows' x columns' x K. The features of the tokens lie side by side for each
 * feature: those of feature 0 first, row by row.
 */
final class PatchMerging extends Layer {
  private final Linear reduction;
  private final Optional<Norm> norm;
  private final SlidingWindow window;
  private final boolean normLast;

  /** Makes the layer, of tokens with a number of features. */
  PatchMerging(int features, MergingOptions options) {
    this.window = options.window();
    this.normLast = options.usePostNorm();
    int merged = features * window.kernel().first() * window.kernel().second();
    int out = options.features(features);
    Linear linear = new Linear(merged, out, options.bias());
    Optional<Norm> made =
        options.normCfg().map(norms -> norms.create(new NormContext(normLast ? out : merged)));
    if (normLast) {
      addModule("reduction", linear);
      made.ifPresent(layer -> addModule("norm", layer));
    } else {
      made.ifPresent(layer -> addModule("norm", layer));
      addModule("reduction", linear);
    }
    this.reduction = linear;
    this.norm = made;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray merged = merged(context, input);
    return normLast
        ? normalised(context, reduction.forward(context, merged))
        : reduction.forward(context, normalised(context, merged));
  }

  private NDArray normalised(Context context, NDArray tokens) {
    return norm.isPresent() ? norm.get().forward(context, tokens) : tokens;
  }

  private NDArray merged(Context context, NDArray input) {
    NDArray maps = input.transpose(0, 3, 1, 2);
    IntPair places = window.places(MapPadding.size(maps));
    NDArray padded = window.pad(context, maps).transpose(0, 2, 3, 1);
    NDList taps = new NDList();
    for (int row = 0; row < window.kernel().first(); row++) {
      for (int column = 0; column < window.kernel().second(); column++) {
        taps.add(padded.get(tap(row, column, places)));
      }
    }
    Shape shape = padded.getShape();
    return NDArrays.stack(taps, 4)
        .reshape(shape.get(0), places.first(), places.second(), shape.get(3) * taps.size());
  }

  /** The tokens that stand at one place of all windows. */
  private NDIndex tap(int row, int column, IntPair places) {
    IntPair stride = window.stride();
    int top = row * window.dilation().first();
    int left = column * window.dilation().second();
    return new NDIndex(
        ":, %d:%d:%d, %d:%d:%d"
            .formatted(
                top,
                top + (places.first() - 1) * stride.first() + 1,
                stride.first(),
                left,
                left + (places.second() - 1) * stride.second() + 1,
                stride.second()));
  }
}
