package io.vertebra.plugins.inception;

import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.MaxPool2d;
import io.vertebra.nn.Sequential;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the layers of GoogLeNet before its classifier. */
final class GoogLeNetLayers {
  private final Convolutions convolutions;

  GoogLeNetLayers(Convolutions convolutions) {
    this.convolutions = convolutions;
  }

  /** The layers by name, first to last. */
  Map<String, Layer> all() {
    Map<String, Layer> layers = new LinkedHashMap<>();
    layers.put("conv1", convolutions.make(3, 64, IntPair.of(7), IntPair.of(2), IntPair.of(3)));
    layers.put("maxpool1", shrink(3));
    layers.put("conv2", convolutions.same(64, 64, 1));
    layers.put("conv3", convolutions.same(64, 192, 3));
    layers.put("maxpool2", shrink(3));
    layers.put("inception3a", block(192, 64, new Widths(96, 128), new Widths(16, 32), 32));
    layers.put("inception3b", block(256, 128, new Widths(128, 192), new Widths(32, 96), 64));
    layers.put("maxpool3", shrink(3));
    layers.put("inception4a", block(480, 192, new Widths(96, 208), new Widths(16, 48), 64));
    layers.put("inception4b", block(512, 160, new Widths(112, 224), new Widths(24, 64), 64));
    layers.put("inception4c", block(512, 128, new Widths(128, 256), new Widths(24, 64), 64));
    layers.put("inception4d", block(512, 112, new Widths(144, 288), new Widths(32, 64), 64));
    layers.put("inception4e", block(528, 256, new Widths(160, 320), new Widths(32, 128), 128));
    layers.put("maxpool4", shrink(2));
    layers.put("inception5a", block(832, 256, new Widths(160, 320), new Widths(32, 128), 128));
    layers.put("inception5b", block(832, 384, new Widths(192, 384), new Widths(48, 128), 128));
    return layers;
  }

  /** The channels between the two convolutions of a branch, and after them. */
  private record Widths(int inner, int outer) {}

  /** The third branch has windows of 3 x 3 as torchvision has them, where the paper has 5 x 5. */
  private InceptionBlock block(int from, int single, Widths second, Widths third, int pooled) {
    return new InceptionBlock(
        new Branch().then("branch1", convolutions.same(from, single, 1)),
        new Branch().then("branch2", pair(from, second)),
        new Branch().then("branch3", pair(from, third)),
        new Branch().then("branch4", new Sequential(keep(), convolutions.same(from, pooled, 1))));
  }

  private Sequential pair(int from, Widths widths) {
    return new Sequential(
        convolutions.same(from, widths.inner(), 1),
        convolutions.same(widths.inner(), widths.outer(), 3));
  }

  private static MaxPool2d shrink(int kernel) {
    return pool(kernel, 2, 0);
  }

  private static MaxPool2d keep() {
    return pool(3, 1, 1);
  }

  private static MaxPool2d pool(int kernel, int stride, int padding) {
    return new MaxPool2d(
        new PoolSettings(
            IntPair.of(kernel), IntPair.of(stride), IntPair.of(padding), /* ceilMode= */ true));
  }
}
