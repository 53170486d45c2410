package io.vertebra.engine.data;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A batch that several threads fill at once. The first image decides the size of all. */
final class BatchAssembly {
  private static final int UNKNOWN = -1;

  private final BatchBuffers buffers;
  private final String[] names;
  private final int[] labels;
  private ByteBuffer pixels;
  private ImageSize size;

  BatchAssembly(BatchBuffers buffers, int samples) {
    this.buffers = buffers;
    this.names = new String[samples];
    this.labels = new int[samples];
  }

  /** Copies a sample into its place and closes its image. */
  void put(int position, Sample sample) throws IOException {
    try (ImageBuffer image = sample.image()) {
      ByteBuffer source = image.pixels();
      ByteBuffer target = reserve(sample.source().name(), ImageSize.of(image));
      target.put(position * source.remaining(), source, source.position(), source.remaining());
    }
    names[position] = sample.source().name();
    labels[position] = sample.label().orElse(UNKNOWN);
  }

  private synchronized ByteBuffer reserve(String name, ImageSize imageSize) throws IOException {
    if (size == null) {
      size = imageSize;
      pixels = buffers.acquire(Math.multiplyExact(labels.length, imageSize.bytes()));
    } else if (!size.equals(imageSize)) {
      throw new IOException(
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

  synchronized HostBatch complete() {
    Shape shape = new Shape(labels.length, size.height(), size.width(), size.channels());
    return new HostBatch(buffers, pixels, shape, Arrays.asList(names), labels);
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
