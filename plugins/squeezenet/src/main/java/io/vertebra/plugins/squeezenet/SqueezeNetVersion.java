package io.vertebra.plugins.squeezenet;

import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Key;
import io.vertebra.nn.MaxPool2d;
import io.vertebra.nn.Relu;
import java.util.List;

/** The two networks. */
public enum SqueezeNetVersion {
  /** That of the paper. */
  @Key("1_0")
  V1_0 {
    @Override
    List<List<Layer>> stages() {
      return List.of(
          List.of(Convolutions.of(3, 96, 7, 2, 0), new Relu(), pool()),
          List.of(new Fire(96, 16, 128), new Fire(128, 16, 128), new Fire(128, 32, 256), pool()),
          List.of(
              new Fire(256, 32, 256),
              new Fire(256, 48, 384),
              new Fire(384, 48, 384),
              new Fire(384, 64, 512),
              pool()),
          List.of(new Fire(512, 64, 512)));
    }

    @Override
    List<Integer> channels() {
      return List.of(96, 256, 512, 512);
    }
  },
  /** A later one of its authors that needs less than half of the computation. */
  @Key("1_1")
  V1_1 {
    @Override
    List<List<Layer>> stages() {
      return List.of(
          List.of(Convolutions.of(3, 64, 3, 2, 0), new Relu(), pool()),
          List.of(new Fire(64, 16, 128), new Fire(128, 16, 128), pool()),
          List.of(new Fire(128, 32, 256), new Fire(256, 32, 256), pool()),
          List.of(
              new Fire(256, 48, 384),
              new Fire(384, 48, 384),
              new Fire(384, 64, 512),
              new Fire(512, 64, 512)));
    }

    @Override
    List<Integer> channels() {
      return List.of(64, 128, 256, 512);
    }
  };

  /** New layers; a stage ends with a pooling, but for the last. */
  abstract List<List<Layer>> stages();

  /** The channels of each stage. */
  abstract List<Integer> channels();

  private static MaxPool2d pool() {
    return new MaxPool2d(
        new PoolSettings(IntPair.of(3), IntPair.of(2), IntPair.of(0), /* ceilMode= */ true));
  }
}
