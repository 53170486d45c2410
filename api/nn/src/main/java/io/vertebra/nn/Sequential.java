package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import java.util.List;

/** Layers one after the other, named {@code 0}, {@code 1}, ..., {@code torch.nn.Sequential}. */
public final class Sequential extends Layer {
  private final List<Layer> layers;
  private final boolean recomputes;

  /**
   * Makes a sequence.
   *
   * @param layers the layers, first to last
   */
  public Sequential(List<? extends Layer> layers) {
    this(layers, /* recomputes= */ false);
  }

  /**
   * Makes a sequence that may save memory in training.
   *
   * @param layers the layers, first to last
   * @param recomputes whether what each layer computes is computed again on the way back instead of
   *     kept, see {@link Context#recompute}
   */
  public Sequential(List<? extends Layer> layers, boolean recomputes) {
    this.layers = List.copyOf(layers);
    this.recomputes = recomputes;
    for (int i = 0; i < layers.size(); i++) {
      addModule(Integer.toString(i), layers.get(i));
    }
  }

  /**
   * Makes a sequence.
   *
   * @param layers the layers, first to last
   */
  public Sequential(Layer... layers) {
    this(List.of(layers));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = input;
    for (Layer layer : layers) {
      output = next(context, layer, output, output == input);
      context.show(layer, output);
    }
    return output;
  }

  private NDArray next(Context context, Layer layer, NDArray array, boolean keepsArray) {
    if (!recomputes) {
      return keepsArray ? layer.forward(context, array) : layer.consume(context, array);
    }
    NDArray output = context.recompute(layer, array);
    if (!keepsArray && output != array) {
      array.close();
    }
    return output;
  }
}
