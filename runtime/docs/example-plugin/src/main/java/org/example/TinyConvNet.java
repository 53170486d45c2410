package org.example;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Sequential;
import io.vertebra.nn.Tanh;
import java.util.List;

@Plugin(kind = Kind.BACKBONE, type = "TinyConvNet", summary = "One convolution and a pooling")
public final class TinyConvNet extends Backbone {
  private final Sequential layers;

  public record Options(
      @Doc("channels of the images") @Default("1") @Range(min = 1) int inChannels,
      @Doc("channels of the features") @Default("8") @Range(min = 1) int width) {}

  public TinyConvNet(Options options) {
    Conv2d conv = new Conv2d(options.inChannels(), options.width(), 5);
    layers = addModule("layers", new Sequential(conv, new Tanh(), new AvgPool2d(2)));
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return List.of(layers.forward(context, images));
  }
}
