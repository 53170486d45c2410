package io.vertebra.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change counts once nobody seems to write the file any more. */
final class SettlingTest {
  @TempDir private Path folder;
  private Path jar;
  private byte[] whole;
  private long nanos;
  private final Settling settling = new Settling(() -> nanos);
  private Map<Path, Fingerprint> known = Map.of();

  @BeforeEach
  void makeZip() throws IOException {
    jar = folder.resolve("a.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(new byte[1000]);
    }
    whole = Files.readAllBytes(jar);
  }

  /** Looks, and tells whether the file counts with the state that it has. */
  private boolean look() throws IOException {
    nanos += 200_000_000;
    Map<Path, Fingerprint> now = Fingerprint.ofJars(folder);
    known = settling.settled(known, now);
    return known.equals(now);
  }

  private void write(int bytes) throws IOException {
    Files.write(jar, Arrays.copyOf(whole, bytes));
  }

  @Test
  void wholeFileCountsAtTheSecondLook() throws Exception {
    assertThat(look()).isFalse();
    assertThat(look()).isTrue();
    assertThat(known).containsOnlyKeys(jar);
  }

  @Test
  void fileThatGrowsIsWaitedForHoweverLong() throws Exception {
    for (int bytes = 0; bytes < whole.length; bytes++) {
      write(bytes);
      assertThat(look()).isFalse();
    }
    write(whole.length);
    assertThat(look()).isFalse();
    assertThat(look()).isTrue();
  }

  @Test
  void pausedCopyIsWaitedForUntilPatienceEnds() throws Exception {
    write(whole.length / 2);
    assertThat(look()).isFalse();
    nanos += Settling.PATIENCE.toNanos() - 300_000_000;
    assertThat(look()).isFalse();
    assertThat(look()).isTrue();
  }

  @Test
  void fileThatIsWrittenAgainKeepsItsFormerStateMeanwhile() throws Exception {
    look();
    look();
    Map<Path, Fingerprint> before = known;
    write(10);
    assertThat(look()).isFalse();
    assertThat(look()).isFalse();
    assertThat(known).isEqualTo(before);
  }

  @Test
  void fileIsGoneAtTheSecondLook() throws Exception {
    look();
    look();
    Files.delete(jar);
    assertThat(look()).isFalse();
    assertThat(look()).isTrue();
    assertThat(known).isEmpty();
  }

  @Test
  void fileThatComesAndGoesBetweenLooksIsForgotten() throws Exception {
    assertThat(look()).isFalse();
    Files.delete(jar);
    assertThat(look()).isTrue();
    assertThat(known).isEmpty();
  }
}
