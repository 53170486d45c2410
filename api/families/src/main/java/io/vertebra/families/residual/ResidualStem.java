package io.vertebra.families.residual;

import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.MaxPool2d;
import io.vertebra.nn.Sequential;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands before the stages of a residual network. */
public enum ResidualStem {
  /** A 7 x 7 convolution with stride 2, then a maximum of 3 x 3 windows with stride 2. */
  PLAIN {
    @Override
    Map<String, Layer> layers(ResidualOptions options, ResidualLayers layers) {
      Map<String, Layer> stem = single(options, layers, 7, 2);
      stem.put("maxpool", new MaxPool2d(3, 2, 1));
      return stem;
    }
  },
  /** Three 3 x 3 convolutions, the first with stride 2, then the same maximum: ResNet-C. */
  DEEP {
    @Override
    Map<String, Layer> layers(ResidualOptions options, ResidualLayers layers) {
      int half = options.stemChannels() / 2;
      Map<String, Layer> stem = new LinkedHashMap<>();
      stem.put(
          "stem",
          new Sequential(
              step(layers, options.inChannels(), half, 2),
              step(layers, half, half, 1),
              step(layers, half, options.stemChannels(), 1)));
      stem.put("maxpool", new MaxPool2d(3, 2, 1));
      return stem;
    }
  },
  /** A 3 x 3 convolution that keeps the size, for small images. */
  SMALL {
    @Override
    Map<String, Layer> layers(ResidualOptions options, ResidualLayers layers) {
      return single(options, layers, 3, 1);
    }
  };

  /** Makes the layers, by their names within the network and in their order. */
  abstract Map<String, Layer> layers(ResidualOptions options, ResidualLayers layers);

  private static Map<String, Layer> single(
      ResidualOptions options, ResidualLayers layers, int kernel, int stride) {
    int channels = options.stemChannels();
    Norm norm = layers.norm(channels);
    Map<String, Layer> stem = new LinkedHashMap<>();
    stem.put("conv1", layers.convolution(options.inChannels(), channels, kernel, stride, 1, 1));
    stem.put(norm.abbreviation() + "1", norm);
    stem.put("relu", layers.activation());
    return stem;
  }

  private static ConvModule step(ResidualLayers layers, int from, int to, int stride) {
    Conv2d convolution = layers.convolution(from, to, 3, stride, 1, 1);
    return new ConvModule(convolution, layers.norm(to), layers.activation());
  }
}
