package io.vertebra.host.plugin;

import static io.vertebra.host.plugin.ContextLoader.withContextLoader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ContextLoaderTest {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final ClassLoader own = new ClassLoader(before) {};

  @Test
  void actionSeesTheLoader() {
    ClassLoader seen = withContextLoader(own, Thread.currentThread()::getContextClassLoader);
    assertThat(seen).isSameAs(own);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void loaderIsRestoredAfterAFailure() {
    assertThatThrownBy(
            () ->
                withContextLoader(
                    own,
                    () -> {
                      throw new IOException("no");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }
}
