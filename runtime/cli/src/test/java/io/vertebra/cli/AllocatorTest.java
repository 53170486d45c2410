package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class AllocatorTest {
  @Test
  void namesThatOfTheSystemWithWhatItWasTold() {
    assertThat(Allocator.describe(Map.of("MALLOC_ARENA_MAX", "1", "PATH", "/bin")))
        .isEqualTo("of the system; MALLOC_ARENA_MAX=1");
    assertThat(Allocator.describe(Map.of())).isEqualTo("of the system");
  }

  @Test
  void namesOneThatWasPreloaded() {
    assertThat(
            Allocator.describe(
                Map.of("LD_PRELOAD", "/lib/libjemalloc.so.2", "MALLOC_CONF", "dirty_decay_ms:9")))
        .isEqualTo("jemalloc, preloaded; MALLOC_CONF=dirty_decay_ms:9");
  }
}
