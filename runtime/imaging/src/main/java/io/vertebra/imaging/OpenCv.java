package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * OpenCV's JPEG decoder, which is libjpeg-turbo. Its native library is unpacked by JavaCPP into
 * {@code ~/.javacpp/cache}, or where {@code org.bytedeco.javacpp.cachedir} says, or, where neither
 * can be written, below the folder of temporary files. Any number of threads may decode at a time.
 */
final class OpenCv implements NativeJpeg {
  /**
   * JavaCPP's own bounds on memory count that of PyTorch as well and would end a training run; what
   * is made here is closed here, so that no thread has to watch for what is left behind.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "org.bytedeco.javacpp.maxBytes", "0",
          "org.bytedeco.javacpp.maxPhysicalBytes", "0",
          "org.bytedeco.javacpp.nopointergc", "true");

  private OpenCv() {}

  /**
   * Loads the library, which takes about a second the first time.
   *
   * @throws LinkageError if there is none for this platform, or it cannot be unpacked or loaded
   * @throws RuntimeException if JavaCPP fails otherwise
   */
  static OpenCv load() {
    for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
      System.getProperties().putIfAbsent(setting.getKey(), setting.getValue());
    }
    Loader.load(opencv_imgcodecs.class);
    return new OpenCv();
  }

  @Override
  public String description() {
    return "OpenCV %s, unpacked in %s".formatted(opencv_core.CV_VERSION, place());
  }

  private static String place() {
    try {
      return Loader.getCacheDir().toString();
    } catch (IOException e) {
      return "a folder that is not known: " + e.getMessage();
    }
  }

  @Override
  public boolean decode(byte[] file, Reduction reduction, ImageBuffer target) {
    try (BytePointer bytes = new BytePointer(file);
        Mat source = new Mat(1, file.length, opencv_core.CV_8UC1, bytes);
        BytePointer pixels = new BytePointer(target.pixels());
        Mat picture = new Mat(target.height(), target.width(), opencv_core.CV_8UC3, pixels);
        Mat result = opencv_imgcodecs.imdecode(source, flags(reduction), picture)) {
      // A picture of another size than announced would have been put into memory of its own.
      return !result.empty() && picture.data().address() == pixels.address();
    } catch (RuntimeException e) {
      // An exception of OpenCV: the other reader says what is wrong with the file.
      return false;
    }
  }

  private static int flags(Reduction reduction) {
    int color =
        switch (reduction) {
          case NONE -> opencv_imgcodecs.IMREAD_COLOR;
          case HALF -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
          case QUARTER -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
          case EIGHTH -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
        };
    return color | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
  }
}
