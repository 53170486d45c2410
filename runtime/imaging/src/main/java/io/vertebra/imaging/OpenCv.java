package io.vertebra.imaging;

import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * OpenCV, whose JPEG decoder is libjpeg-turbo. Its native library is unpacked by JavaCPP into
 * {@code ~/.javacpp/cache}, or where {@code org.bytedeco.javacpp.cachedir} says, or, where neither
 * can be written, below the folder of temporary files. Any number of threads may use it at a time;
 * it starts none itself.
 */
final class OpenCv implements NativeOperations {
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
    Loader.load(opencv_imgproc.class);
    opencv_core.setNumThreads(0);
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
        MatView picture = new MatView(target);
        Mat result = opencv_imgcodecs.imdecode(source, flags(reduction), picture.mat())) {
      return !result.empty() && picture.isInPlace();
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

  @Override
  public void resizeBilinear(ImageBuffer source, ImageBuffer target) {
    try (MatView from = new MatView(source);
        MatView to = new MatView(target);
        Size size = new Size(target.width(), target.height())) {
      opencv_imgproc.resize(from.mat(), to.mat(), size, 0, 0, opencv_imgproc.INTER_LINEAR);
    }
  }

  @Override
  public void flip(ImageBuffer source, FlipDirection direction, ImageBuffer target) {
    int code =
        switch (direction) {
          case VERTICAL -> 0;
          case HORIZONTAL -> 1;
          case DIAGONAL -> -1;
        };
    try (MatView from = new MatView(source);
        MatView to = new MatView(target)) {
      opencv_core.flip(from.mat(), to.mat(), code);
    }
  }
}
