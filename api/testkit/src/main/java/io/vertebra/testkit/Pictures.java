package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures that parts are tried with. */
public final class Pictures {
  private Pictures() {}

  /**
   * Prepares an image for a network, as a batch of one.
   *
   * @param preprocessor what prepares it
   * @param context the pass that it is for
   * @param manager owns the arrays
   * @param image the image, which stays open
   * @return planes, 1 x C x H x W
   */
  public static NDArray prepare(
      DataPreprocessor preprocessor, Context context, NDManager manager, ImageBuffer image) {
    ByteBuffer pixels = manager.allocateDirect(image.pixels().limit());
    pixels.put(image.pixels()).rewind();
    Shape shape = new Shape(1, image.height(), image.width(), image.channels());
    NDArray images = manager.create(pixels, shape, DataType.UINT8);
    return preprocessor.forward(context, new Batch(List.of(images), null)).images();
  }

  /** A colour image file of the format PPM with values that differ from pixel to pixel. */
  static ImageSource file(int height, int width) {
    byte[] header = "P6 %d %d 255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes = ByteBuffer.allocate(header.length + 3 * height * width).put(header);
    for (int i = 0; bytes.hasRemaining(); i++) {
      bytes.put((byte) (i * 31 + i / width));
    }
    return new ImageSource() {
      @Override
      public String name() {
        return "picture.ppm";
      }

      @Override
      public byte[] read() {
        return bytes.array().clone();
      }
    };
  }

  /** The sizes and the pixels of the images of a sample, which are closed. */
  static List<Integer> take(Sample sample) {
    sample.image();
    List<Integer> values = sample.views().stream().flatMapToInt(Pictures::values).boxed().toList();
    sample.closeImages();
    return values;
  }

  private static IntStream values(ImageBuffer image) {
    ByteBuffer pixels = image.pixels();
    return IntStream.concat(
        IntStream.of(image.height(), image.width(), image.channels()),
        IntStream.range(0, pixels.limit()).map(i -> pixels.get(i) & 0xff));
  }
}
