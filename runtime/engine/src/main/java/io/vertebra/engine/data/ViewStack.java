package io.vertebra.engine.data;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One view of the samples of a batch, which several threads fill at once. Images as large as the
 * first one are copied into their places; others are kept until the largest size is known.
 */
final class ViewStack {
  private final BatchBuffers buffers;
  private final int samples;
  private final Map<Integer, OddImage> others = new HashMap<>();
  private ByteBuffer pixels;
  private ImageSize size;

  ViewStack(BatchBuffers buffers, int samples) {
    this.buffers = buffers;
    this.samples = samples;
  }

  /** An image of another size than the first one. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and held for a moment only.
  private record OddImage(ImageSize size, byte[] pixels) {}

  /** Copies an image into its place. It stays with the caller. */
  void put(int position, String name, ImageBuffer image) {
    ByteBuffer source = image.pixels();
    ImageSize imageSize = ImageSize.of(image);
    Optional<ByteBuffer> stack = reserve(name, imageSize);
    if (stack.isPresent()) {
      stack.get().put(position * source.remaining(), source, source.position(), source.remaining());
    } else {
      byte[] copy = new byte[source.remaining()];
      source.get(source.position(), copy);
      keep(position, new OddImage(imageSize, copy));
    }
  }

  /** The buffer of images as large as the first one; empty where this one is not. */
  private synchronized Optional<ByteBuffer> reserve(String name, ImageSize imageSize) {
    if (size == null) {
      // The size last: where there is no buffer, every image of the batch says so.
      pixels = buffers.acquire(bytes(samples, imageSize));
      size = imageSize;
    } else if (size.channels() != imageSize.channels()) {
      throw new ImageSizeException(
          "%s leaves the pipeline with %s, but others of its batch with %s: load all with one color_type"
              .formatted(name, imageSize, size));
    }
    return size.equals(imageSize) ? Optional.of(pixels) : Optional.empty();
  }

  private synchronized void keep(int position, OddImage image) {
    others.put(position, image);
  }

  private static int bytes(int images, ImageSize imageSize) {
    long bytes = (long) images * imageSize.bytes();
    if (bytes > Integer.MAX_VALUE) {
      throw new ImageSizeException(
          "a batch of %d images of %s has more than 2 GB, the most that one may have: give a smaller"
                  .formatted(images, imageSize)
              + " batch_size, or smaller images by the pipeline");
    }
    return (int) bytes;
  }

  /** Closes up the places of samples that were left out. */
  synchronized HostBatch.View complete(int... filled) {
    List<ImageSize> sizes = IntStream.of(filled).mapToObj(this::sizeAt).toList();
    if (!others.isEmpty()) {
      spread(sizes, filled);
      return new HostBatch.View(pixels, sizes);
    }
    int bytes = size.bytes();
    for (int to = 0; to < filled.length; to++) {
      if (filled[to] != to) {
        pixels.put(to * bytes, pixels, filled[to] * bytes, bytes);
      }
    }
    return new HostBatch.View(pixels.limit(filled.length * bytes), sizes);
  }

  private ImageSize sizeAt(int position) {
    OddImage other = others.get(position);
    return other == null ? size : other.size();
  }

  /** Moves all images to the top left of places as large as the largest, with zeros around. */
  private void spread(List<ImageSize> sizes, int... filled) {
    ImageSize place = ImageSize.around(sizes);
    ByteBuffer target = buffers.acquire(bytes(filled.length, place));
    for (int to = 0; to < filled.length; to++) {
      OddImage other = others.get(filled[to]);
      ByteBuffer source =
          other == null
              ? pixels.slice(filled[to] * size.bytes(), size.bytes())
              : ByteBuffer.wrap(other.pixels());
      copyRows(source, sizes.get(to), target.slice(to * place.bytes(), place.bytes()), place);
    }
    buffers.release(pixels);
    pixels = target;
    others.clear();
  }

  private static void copyRows(
      ByteBuffer source, ImageSize imageSize, ByteBuffer target, ImageSize place) {
    byte[] row = new byte[place.rowBytes()];
    for (int y = 0; y < place.height(); y++) {
      if (y < imageSize.height()) {
        source.get(row, 0, imageSize.rowBytes());
      } else if (y == imageSize.height()) {
        row = new byte[row.length];
      }
      target.put(row);
    }
  }

  synchronized void discard() {
    if (pixels != null) {
      buffers.release(pixels);
      pixels = null;
    }
  }
}
