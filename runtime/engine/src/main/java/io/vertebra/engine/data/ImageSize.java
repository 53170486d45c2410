package io.vertebra.engine.data;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.ImageBuffer;
import java.util.List;

/** Height, width and channels of an image. */
record ImageSize(int height, int width, int channels) {
  static ImageSize of(ImageBuffer image) {
    return new ImageSize(image.height(), image.width(), image.channels());
  }

  /** The least size that images of several sizes fit into; they have the same channels. */
  static ImageSize around(List<ImageSize> sizes) {
    return new ImageSize(
        sizes.stream().mapToInt(ImageSize::height).max().orElseThrow(),
        sizes.stream().mapToInt(ImageSize::width).max().orElseThrow(),
        sizes.get(0).channels());
  }

  int bytes() {
    return Math.multiplyExact(rowBytes(), height);
  }

  int rowBytes() {
    return Math.multiplyExact(width, channels);
  }

  /** The shape of a stack of such images. */
  Shape stacked(int images) {
    return new Shape(images, height, width, channels);
  }

  @Override
  public String toString() {
    return height + " x " + width + " pixels in " + channels + " channels";
  }
}
