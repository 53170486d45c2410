package io.vertebra.engine.data;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A batch that several threads fill at once. The first image decides the size of all. Places of
 * samples that were left out are closed up at the end.
 */
final class BatchAssembly {
  private final BatchBuffers buffers;
  private final String[] names;
  private final Target[] targets;
  private ByteBuffer pixels;
  private ImageSize size;

  BatchAssembly(BatchBuffers buffers, int samples) {
    this.buffers = buffers;
    this.names = new String[samples];
    this.targets = new Target[samples];
  }

  /** Copies a sample into its place and closes its image. */
  void put(int position, Sample sample) throws IOException {
    try (ImageBuffer image = sample.image()) {
      ByteBuffer source = image.pixels();
      ByteBuffer target = reserve(sample.source().name(), ImageSize.of(image));
      target.put(position * source.remaining(), source, source.position(), source.remaining());
    }
    names[position] = sample.source().name();
    targets[position] = sample.target();
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
    long bytes = (long) targets.length * imageSize.bytes();
    if (bytes > Integer.MAX_VALUE) {
      throw new ImageSizeException(
          "a batch of %d images of %s has more than 2 GB, the most that one may have: give a smaller"
                  .formatted(targets.length, imageSize)
              + " batch_size, or smaller images by the pipeline");
    }
    return (int) bytes;
  }

  /** Gives the batch of the samples that were put; nobody puts any more. */
  synchronized HostBatch complete() throws IOException {
    int[] filled = IntStream.range(0, names.length).filter(i -> names[i] != null).toArray();
    if (filled.length == 0) {
      throw new IOException("none of the " + names.length + " images of a batch can be read");
    }
    List<String> filledNames = new ArrayList<>();
    List<Target> filledTargets = new ArrayList<>();
    int bytes = size.bytes();
    for (int to = 0; to < filled.length; to++) {
      int from = filled[to];
      filledNames.add(names[from]);
      filledTargets.add(targets[from]);
      if (from != to) {
        pixels.put(to * bytes, pixels, from * bytes, bytes);
      }
    }
    Shape shape = new Shape(filled.length, size.height(), size.width(), size.channels());
    return new HostBatch(
        buffers, pixels.limit(filled.length * bytes), shape, filledNames, filledTargets);
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
