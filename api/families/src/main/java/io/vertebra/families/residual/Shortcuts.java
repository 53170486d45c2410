package io.vertebra.families.residual;

import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/** The shortcuts that are in use. */
public final class Shortcuts {
  private Shortcuts() {}

  /**
   * A 1 x 1 convolution with the stride of the block, and a norm (He et al., Deep Residual Learning
   * for Image Recognition, 2016, option B).
   *
   * @param settings where the block stands in the network
   * @return the shortcut
   */
  public static Layer convolution(BlockSettings settings) {
    return new Sequential(projection(settings, settings.stride()));
  }

  private static List<Layer> projection(BlockSettings settings, int stride) {
    int out = settings.outChannels();
    return List.of(
        settings.layers().convolution(settings.inChannels(), out, 1, stride, 1, 1),
        settings.layers().norm(out));
  }

  /**
   * A mean of windows as large as the stride, then a 1 x 1 convolution and a norm (He et al., Bag
   * of Tricks for Image Classification with Convolutional Neural Networks, 2019: ResNet-D).
   *
   * @param settings where the block stands in the network
   * @return the shortcut
   */
  public static Layer average(BlockSettings settings) {
    return settings.stride() == 1 ? convolution(settings) : pooled(settings);
  }

  /**
   * The same, with a pooling also where the stride is 1, which changes names but no values ({@code
   * mmpretrain.models.backbones.res2net.Res2Layer}).
   *
   * @param settings where the block stands in the network
   * @return the shortcut
   */
  public static Layer pooled(BlockSettings settings) {
    IntPair stride = IntPair.of(settings.stride());
    PoolSettings pool = new PoolSettings(stride, stride, IntPair.of(0), /* ceilMode= */ true);
    List<Layer> layers = new ArrayList<>();
    layers.add(new AvgPool2d(pool, /* countPadding= */ false));
    layers.addAll(projection(settings, 1));
    return new Sequential(layers);
  }

  /**
   * Every so many positions of the input, with channels of zeros before and after its own (He et
   * al., Deep Residual Learning for Image Recognition, 2016, option A). It has no parameters.
   *
   * @param settings where the block stands in the network
   * @return the shortcut
   */
  public static Layer zeroPadding(BlockSettings settings) {
    return new ZeroPaddedShortcut(
        settings.outChannels() - settings.inChannels(), settings.stride());
  }
}
