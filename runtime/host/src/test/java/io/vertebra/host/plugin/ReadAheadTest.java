package io.vertebra.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

final class ReadAheadTest {
  private static final Path GOOD = Path.of("good.jar");
  private static final Path BAD = Path.of("bad.jar");

  private final Queue<Path> read = new ConcurrentLinkedQueue<>();

  private Candidate source(Path jar) throws RefusedException {
    read.add(jar);
    if (jar.equals(BAD)) {
      throw new RefusedException("no good");
    }
    return new Candidate(new StoredJar(jar, jar, "0"), "acme", Version.emptyVersion, List.of());
  }

  @Test
  void eachJarIsReadOnce() throws Exception {
    try (ReadAhead ahead = ReadAhead.start(this::source, List.of(BAD, GOOD))) {
      assertThat(ahead.read(GOOD).source()).isEqualTo(GOOD);
      assertThatThrownBy(() -> ahead.read(BAD))
          .isInstanceOf(RefusedException.class)
          .hasMessage("no good");
    }
    assertThat(read).containsExactlyInAnyOrder(GOOD, BAD);
  }

  @Test
  void interruptedCallerStillReads() throws Exception {
    try (ReadAhead ahead = ReadAhead.start(this::source, List.of(GOOD))) {
      Thread.currentThread().interrupt();
      assertThat(ahead.read(GOOD).source()).isEqualTo(GOOD);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
