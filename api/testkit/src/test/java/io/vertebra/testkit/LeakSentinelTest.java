package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

final class LeakSentinelTest {
  private PluginRuntime plugins;
  private LeakSentinel sentinel;

  @BeforeEach
  void open() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
    plugins.engine();
    sentinel = new LeakSentinel(plugins);
  }

  @AfterEach
  void close() {
    plugins.close();
  }

  @Test
  void isContentWhereNothingIsLeft() {
    try (NDManager manager = plugins.engine().runtime().newManager(plugins.engine().device());
        ImageBuffer image = plugins.images().allocate(2, 2, 3)) {
      manager.zeros(new Shape(image.height()));
    }
    assertThatCode(sentinel::check).doesNotThrowAnyException();
  }

  @Test
  void seesArrays() {
    try (NDManager manager = plugins.engine().runtime().newManager(plugins.engine().device())) {
      manager.newSubManager().zeros(new Shape(2));
      assertThatThrownBy(sentinel::check).hasMessageContaining("arrays that are still owned");
    }
  }

  @Test
  void seesImages() {
    try (ImageBuffer image = plugins.images().allocate(2, 2, 3)) {
      assertThatThrownBy(sentinel::check)
          .as("while %s is open", image)
          .hasMessageContaining("images that were not closed");
    }
  }

  @Test
  void seesThreadsThatBelongToABundle() throws IOException, InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    try (LoaderOfBundle loader = new LoaderOfBundle()) {
      Thread thread = new Thread(() -> awaitQuietly(end), "left behind");
      thread.setContextClassLoader(loader);
      thread.start();
      assertThatThrownBy(sentinel::check).hasMessageContaining("left behind");
      end.countDown();
      thread.join();
      assertThatCode(sentinel::check).doesNotThrowAnyException();
    }
  }

  private static void awaitQuietly(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks like the class loader of a bundle. */
  private static final class LoaderOfBundle extends URLClassLoader implements BundleReference {
    LoaderOfBundle() {
      super(new URL[0]);
    }

    @Override
    public Bundle getBundle() {
      throw new UnsupportedOperationException("there is no bundle");
    }
  }
}
