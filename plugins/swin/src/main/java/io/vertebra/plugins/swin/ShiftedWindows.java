package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.DropPath;

/**
 * Cuts tokens into windows, lets those of a window look at each other and joins them, {@code
 * mmpretrain.models.utils.ShiftWindowMSA}: N x rows x columns x C to the same shape.
 */
final class ShiftedWindows extends Layer {
  private final WindowAttention attention;
  private final DropPath dropPath;
  private final WindowSettings settings;

  ShiftedWindows(WindowAttention attention, WindowSettings settings) {
    this.attention = addModule("w_msa", attention);
    this.dropPath = addModule("drop", new DropPath(settings.dropPathRate()));
    this.settings = settings;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    Shape shape = input.getShape();
    Windows windows = settings.windows(new IntPair((int) shape.get(1), (int) shape.get(2)));
    NDArray cut = windows.cut(context, input);
    NDArray attended = attention.forward(context, cut, windows.mask(context, cut.getManager()));
    return dropPath.forward(context, windows.join(context, attended));
  }
}
