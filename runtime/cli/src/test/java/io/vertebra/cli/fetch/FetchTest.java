package io.vertebra.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.download.Download;
import io.vertebra.engine.download.RemoteFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {
  private final List<String> notes = new ArrayList<>();
  private final Fetch fetch = new Fetch(new Download(bytes -> {}), notes::add);

  @TempDir private Path folder;

  @Test
  void anotherPlaceMayBeAFileOrAFolder() throws IOException {
    assertThat(Fetch.filesAt(KnownSet.CIFAR10, "http://x/y/cifar-10-binary.tar.gz"))
        .extracting(RemoteFile::location)
        .containsExactly(URI.create("http://x/y/cifar-10-binary.tar.gz"));
    assertThat(Fetch.filesAt(KnownSet.MNIST, "http://x/y"))
        .extracting(RemoteFile::location)
        .contains(URI.create("http://x/y/t10k-labels-idx1-ubyte.gz"));
    assertThat(Fetch.filesAt(KnownSet.MNIST, "/mirror").get(0).location().getScheme())
        .isEqualTo("file");
    assertThatThrownBy(() -> Fetch.filesAt(KnownSet.MNIST, "http://x y"))
        .hasMessageContaining("no URL");
  }

  @Test
  void everyKnownSetHasSums() {
    for (KnownSet set : KnownSet.values()) {
      assertThat(KnownSet.of(set.label())).contains(set);
      assertThat(KnownSet.labels()).contains(set.label());
      assertThat(set.files())
          .isNotEmpty()
          .allMatch(file -> file.checksum().orElseThrow().digits().matches("[0-9a-f]{32}"));
    }
  }

  @Test
  void archivesAreUnpacked() throws IOException {
    Path archive = folder.resolve("a.tar.gz");
    Files.write(archive, packed("in/a.txt", "some text"));
    fetch.run(List.of(new RemoteFile(archive.toUri(), Optional.empty())), folder.resolve("to"));
    assertThat(folder.resolve("to/in/a.txt")).hasContent("some text");
    assertThat(notes).last().asString().startsWith("1 files unpacked");
  }

  @Test
  void archivesThatReachOutsideOrAreDamagedAreRefused() throws IOException {
    Path archive = folder.resolve("a.tar.gz");
    Files.write(archive, packed("../a.txt", "some text"));
    assertThatThrownBy(() -> Unpacker.unpack(archive, folder.resolve("to")))
        .hasMessageContaining("outside");
    Files.write(archive, packed("a.txt", "some text"));
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> Unpacker.unpack(archive, folder.resolve("to")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut short");
    Path plain = Files.writeString(folder.resolve("b.tar"), "x".repeat(600));
    assertThatThrownBy(() -> Unpacker.unpack(plain, folder)).hasMessageContaining("no tar archive");
  }

  @Test
  void longNamesAreWhole() throws IOException {
    String name = "a".repeat(90) + "/" + "b".repeat(120) + ".txt";
    Path archive = Files.write(folder.resolve("a.tgz"), packed(name, "some text"));
    assertThat(Unpacker.unpack(archive, folder.resolve("to"))).isEqualTo(1);
    assertThat(folder.resolve("to").resolve(name)).hasContent("some text");
  }

  private static byte[] packed(String name, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(bytes.length);
      tar.putArchiveEntry(entry);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }
}
