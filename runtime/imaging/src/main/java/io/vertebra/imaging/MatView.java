package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** An image as OpenCV sees it: a header over the same memory, which stays with the image. */
final class MatView implements AutoCloseable {
  private final BytePointer pixels;
  private final Mat mat;

  MatView(ImageBuffer image) {
    this.pixels = new BytePointer(image.pixels());
    this.mat = new Mat(image.height(), image.width(), type(image), pixels);
  }

  private static int type(ImageBuffer image) {
    return image.channels() == Pixels.COLORS ? opencv_core.CV_8UC3 : opencv_core.CV_8UC1;
  }

  Mat mat() {
    return mat;
  }

  /** Whether the pixels still stand in the image: OpenCV takes other memory for another size. */
  boolean isInPlace() {
    return mat.data().address() == pixels.address();
  }

  @Override
  public void close() {
    mat.close();
    pixels.close();
  }
}
