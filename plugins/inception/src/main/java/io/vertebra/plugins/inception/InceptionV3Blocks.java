package io.vertebra.plugins.inception;

import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.MaxPool2d;

/**
 * Makes the blocks of Inception v3, {@code InceptionA} to {@code InceptionE} of {@code
 * mmpretrain.models.backbones.inception_v3}.
 */
final class InceptionV3Blocks {
  private static final IntPair ROW_OF_3 = new IntPair(1, 3);
  private static final IntPair COLUMN_OF_3 = new IntPair(3, 1);
  private static final IntPair ROW_OF_7 = new IntPair(1, 7);
  private static final IntPair COLUMN_OF_7 = new IntPair(7, 1);

  private final Convolutions convolutions;

  InceptionV3Blocks(Convolutions convolutions) {
    this.convolutions = convolutions;
  }

  /** A block of small windows: to 224 channels and those after the pooling. */
  InceptionBlock a(int from, int pooled) {
    return new InceptionBlock(
        new Branch().then("branch1x1", convolutions.same(from, 64, 1)),
        new Branch()
            .then("branch5x5_1", convolutions.same(from, 48, 1))
            .then("branch5x5_2", convolutions.same(48, 64, 5)),
        new Branch()
            .then("branch3x3dbl_1", convolutions.same(from, 64, 1))
            .then("branch3x3dbl_2", convolutions.same(64, 96, 3))
            .then("branch3x3dbl_3", convolutions.same(96, 96, 3)),
        pooled(from, pooled));
  }

  /** A block that halves the map: to 480 channels more. */
  InceptionBlock b(int from) {
    return new InceptionBlock(
        new Branch().then("branch3x3", convolutions.within(from, 384, 3, 2)),
        new Branch()
            .then("branch3x3dbl_1", convolutions.same(from, 64, 1))
            .then("branch3x3dbl_2", convolutions.same(64, 96, 3))
            .then("branch3x3dbl_3", convolutions.within(96, 96, 3, 2)),
        shrunk());
  }

  /** A block of rows and columns of 7: to 768 channels. */
  InceptionBlock c(int from, int width) {
    return new InceptionBlock(
        new Branch().then("branch1x1", convolutions.same(from, 192, 1)),
        new Branch()
            .then("branch7x7_1", convolutions.same(from, width, 1))
            .then("branch7x7_2", convolutions.same(width, width, ROW_OF_7))
            .then("branch7x7_3", convolutions.same(width, 192, COLUMN_OF_7)),
        new Branch()
            .then("branch7x7dbl_1", convolutions.same(from, width, 1))
            .then("branch7x7dbl_2", convolutions.same(width, width, COLUMN_OF_7))
            .then("branch7x7dbl_3", convolutions.same(width, width, ROW_OF_7))
            .then("branch7x7dbl_4", convolutions.same(width, width, COLUMN_OF_7))
            .then("branch7x7dbl_5", convolutions.same(width, 192, ROW_OF_7)),
        pooled(from, 192));
  }

  /** A block that halves the map: to 512 channels more. */
  InceptionBlock d(int from) {
    return new InceptionBlock(
        new Branch()
            .then("branch3x3_1", convolutions.same(from, 192, 1))
            .then("branch3x3_2", convolutions.within(192, 320, 3, 2)),
        new Branch()
            .then("branch7x7x3_1", convolutions.same(from, 192, 1))
            .then("branch7x7x3_2", convolutions.same(192, 192, ROW_OF_7))
            .then("branch7x7x3_3", convolutions.same(192, 192, COLUMN_OF_7))
            .then("branch7x7x3_4", convolutions.within(192, 192, 3, 2)),
        shrunk());
  }

  /** A block of rows and columns of 3 side by side: to 2048 channels. */
  InceptionBlock e(int from) {
    return new InceptionBlock(
        new Branch().then("branch1x1", convolutions.same(from, 320, 1)),
        new Branch()
            .then("branch3x3_1", convolutions.same(from, 384, 1))
            .end("branch3x3_2a", convolutions.same(384, 384, ROW_OF_3))
            .end("branch3x3_2b", convolutions.same(384, 384, COLUMN_OF_3)),
        new Branch()
            .then("branch3x3dbl_1", convolutions.same(from, 448, 1))
            .then("branch3x3dbl_2", convolutions.same(448, 384, 3))
            .end("branch3x3dbl_3a", convolutions.same(384, 384, ROW_OF_3))
            .end("branch3x3dbl_3b", convolutions.same(384, 384, COLUMN_OF_3)),
        pooled(from, 192));
  }

  private Branch pooled(int from, int to) {
    PoolSettings window =
        new PoolSettings(IntPair.of(3), IntPair.of(1), IntPair.of(1), /* ceilMode= */ false);
    return new Branch()
        .then("branch_pool_downsample", new AvgPool2d(window, /* countPadding= */ true))
        .then("branch_pool", convolutions.same(from, to, 1));
  }

  private static Branch shrunk() {
    return new Branch().then("branch_pool", new MaxPool2d(3, 2, 0));
  }
}
