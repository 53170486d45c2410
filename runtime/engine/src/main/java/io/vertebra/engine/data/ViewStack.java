package io.vertebra.engine.data;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/** One view of the samples of a batch, which several threads fill at once. */
final class ViewStack {
  private final BatchBuffers buffers;
  private final int samples;
  private ByteBuffer pixels;
  private ImageSize size;

  ViewStack(BatchBuffers buffers, int samples) {
    this.buffers = buffers;
    this.samples = samples;
  }

  /** Copies an image into its place. It stays with the caller. */
  void put(int position, String name, ImageBuffer image) {
    ByteBuffer source = image.pixels();
    ByteBuffer target = reserve(name, ImageSize.of(image));
    target.put(position * source.remaining(), source, source.position(), source.remaining());
  }

  private synchronized ByteBuffer reserve(String name, ImageSize imageSize) {
    if (size == null) {
      // The size last: where there is no buffer, every image of the batch says so.
      pixels = buffers.acquire(bytes(imageSize));
      size = imageSize;
    } else if (!size.equals(imageSize)) {
      throw new ImageSizeException(
          name
              + " leaves the pipeline with "
              + imageSize
              + ", but others of its batch with "
              + size
              + ": end the pipeline with a transform that gives all images one size, such as"
              + " Resize or CenterCrop");
    }
    return pixels;
  }

  private int bytes(ImageSize imageSize) {
    long bytes = (long) samples * imageSize.bytes();
    if (bytes > Integer.MAX_VALUE) {
      throw new ImageSizeException(
          "a batch of %d images of %s has more than 2 GB, the most that one may have: give a smaller"
                  .formatted(samples, imageSize)
              + " batch_size, or smaller images by the pipeline");
    }
    return (int) bytes;
  }

  /** Closes up the places of samples that were left out. */
  synchronized HostBatch.View complete(int... filled) {
    int bytes = size.bytes();
    for (int to = 0; to < filled.length; to++) {
      if (filled[to] != to) {
        pixels.put(to * bytes, pixels, filled[to] * bytes, bytes);
      }
    }
    Shape shape = new Shape(filled.length, size.height(), size.width(), size.channels());
    return new HostBatch.View(pixels.limit(filled.length * bytes), shape);
  }

  synchronized void discard() {
    if (pixels != null) {
      buffers.release(pixels);
      pixels = null;
    }
  }

  private record ImageSize(int height, int width, int channels) {
    static ImageSize of(ImageBuffer image) {
      return new ImageSize(image.height(), image.width(), image.channels());
    }

    int bytes() {
      return Math.multiplyExact(Math.multiplyExact(height, width), channels);
    }

    @Override
    public String toString() {
      return height + " x " + width + " pixels in " + channels + " channels";
    }
  }
}
