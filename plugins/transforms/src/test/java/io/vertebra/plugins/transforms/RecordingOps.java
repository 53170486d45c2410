package io.vertebra.plugins.transforms;

import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Writes down what is asked for, gives images of the right size, and counts those still open. */
final class RecordingOps {
  private final List<String> calls = new ArrayList<>();
  private int open;

  ImageOps ops() {
    return (ImageOps)
        Proxy.newProxyInstance(
            ImageOps.class.getClassLoader(),
            new Class<?>[] {ImageOps.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  /** What was asked for, without the images. */
  List<String> calls() {
    return calls;
  }

  int open() {
    return open;
  }

  /** An image whose bytes count up from 1. */
  ImageBuffer image(int height, int width, int channels) {
    open++;
    ByteBuffer memory = ByteBuffer.allocateDirect(height * width * channels);
    for (int i = 0; i < memory.capacity(); i++) {
      memory.put(i, (byte) (i + 1));
    }
    return new ImageBuffer(height, width, channels, memory, () -> open--);
  }

  Sample sample(int height, int width) {
    return unloaded().withImage(image(height, width, 1));
  }

  static Sample unloaded() {
    return Sample.of(new Source("cat.jpg"), OptionalInt.of(3));
  }

  private ImageBuffer answer(Method method, Object[] arguments) {
    calls.add(
        Arrays.stream(arguments)
            .filter(argument -> !(argument instanceof ImageBuffer))
            .map(argument -> argument instanceof byte[] bytes ? bytes.length : argument)
            .map(Object::toString)
            .collect(Collectors.joining(" ", method.getName() + " ", "")));
    return switch (method.getName()) {
      case "decode", "decodeReduced" -> image(2, 2, ((ColorType) arguments[2]).channels());
      case "allocate" -> image((int) arguments[0], (int) arguments[1], (int) arguments[2]);
      case "resize" -> image((int) arguments[1], (int) arguments[2], 1);
      case "crop" -> image((int) arguments[3], (int) arguments[4], 1);
      case "flip" -> like((ImageBuffer) arguments[0]);
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private ImageBuffer like(ImageBuffer image) {
    return image(image.height(), image.width(), image.channels());
  }

  private record Source(String name) implements ImageSource {
    @Override
    public byte[] read() {
      return new byte[5];
    }
  }
}
