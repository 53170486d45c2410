package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.nn.DropPath;

/**
 * Cuts tokens into windows, lets those of a window look at each other and joins them, {@code
 * mmpretrain.models.utils.ShiftWindowMSA}.
 */
final class ShiftedWindows extends Module {
  private final WindowAttention attention;
  private final DropPath dropPath;
  private final WindowSettings settings;

  ShiftedWindows(WindowAttention attention, WindowSettings settings) {
    this.attention = addModule("w_msa", attention);
    this.dropPath = addModule("drop", new DropPath(settings.dropPathRate()));
    this.settings = settings;
  }

  NDArray forward(Context context, TokenMap tokens) {
    Windows windows = settings.windows(tokens.grid());
    NDArray cut = windows.cut(context, tokens);
    NDArray attended = attention.forward(context, cut, windows.mask(context, cut.getManager()));
    return dropPath.forward(context, windows.join(context, attended));
  }
}
