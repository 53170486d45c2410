package io.vertebra.plugins.datasets;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives memory for images, which is all that data sets ask of the host, and counts what is open.
 */
final class HeapImages {
  private final AtomicInteger open = new AtomicInteger();

  ImageOps ops() {
    return (ImageOps)
        Proxy.newProxyInstance(
            ImageOps.class.getClassLoader(),
            new Class<?>[] {ImageOps.class},
            (proxy, method, arguments) ->
                allocate((int) arguments[0], (int) arguments[1], (int) arguments[2]));
  }

  int open() {
    return open.get();
  }

  private ImageBuffer allocate(int height, int width, int channels) {
    open.incrementAndGet();
    ByteBuffer memory = ByteBuffer.allocateDirect(height * width * channels);
    return new ImageBuffer(height, width, channels, memory, open::decrementAndGet);
  }
}
