package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import java.util.List;

/** Layers one after the other, named {@code 0}, {@code 1}, ..., {@code torch.nn.Sequential}. */
public final class Sequential extends Layer {
  private final List<Layer> layers;

  /**
   * Makes a sequence.
   *
   * @param layers the layers, first to last
   */
  public Sequential(List<? extends Layer> layers) {
    this.layers = List.copyOf(layers);
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
      output = output == input ? layer.forward(context, output) : layer.consume(context, output);
    }
    return output;
  }
}
