package io.vertebra.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {
  private final byte[] content = new byte[300_000];
  private final List<String> ranges = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Fetch fetch = new Fetch(new Download(bytes -> {}), notes::add);

  @TempDir private Path folder;
  private HttpServer server;
  private boolean breaksOff;

  @BeforeEach
  void serve() throws IOException {
    new Random(0).nextBytes(content);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/file.bin", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
    int end = breaksOff ? content.length / 2 : content.length;
    OutputStream body = exchange.getResponseBody();
    body.write(content, from, end - from);
    if (!breaksOff) {
      body.close();
    }
    exchange.close();
  }

  private RemoteFile file(String name, String md5) {
    return new RemoteFile(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name), md5);
  }

  private String sum() throws IOException {
    return Md5.of(Files.write(folder.resolve("sum"), content));
  }

  @Test
  void goesOnFromWhereItWasCutOff() throws IOException {
    RemoteFile file = file("file.bin", sum());
    breaksOff = true;
    assertThatThrownBy(() -> fetch.run(List.of(file), folder))
        .hasMessageContaining("run the same command again");
    long have = Files.size(folder.resolve("file.bin.part"));
    assertThat(have).isPositive();
    breaksOff = false;
    fetch.run(List.of(file), folder);
    assertThat(folder.resolve("file.bin")).hasBinaryContent(content);
    assertThat(folder.resolve("file.bin.part")).doesNotExist();
    assertThat(ranges).containsExactly("null", "bytes=" + have + "-");
    fetch.run(List.of(file), folder);
    assertThat(ranges).as("a whole file is not got again").hasSize(2);
  }

  @Test
  void aPartThatIsWholeIsTaken() throws IOException {
    Files.write(folder.resolve("file.bin.part"), content);
    fetch.run(List.of(file("file.bin", sum())), folder);
    assertThat(folder.resolve("file.bin")).hasBinaryContent(content);
  }

  @Test
  void aWrongSumIsRefusedAndTheFileRemoved() {
    assertThatThrownBy(() -> fetch.run(List.of(file("file.bin", "00")), folder))
        .hasMessageContaining("MD5")
        .hasMessageContaining("--from");
    assertThat(folder.resolve("file.bin")).doesNotExist();
    assertThat(folder.resolve("file.bin.part")).doesNotExist();
  }

  @Test
  void placesThatHaveNoFileAreNamed() throws IOException {
    assertThatThrownBy(() -> fetch.run(List.of(file("none.bin", "")), folder))
        .hasMessageContaining("none.bin' was answered with status 404");
    RemoteFile unreachable = file("file.bin", "");
    server.stop(0);
    assertThatThrownBy(() -> fetch.run(List.of(unreachable), folder))
        .hasMessageContaining("cannot be reached");
  }

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
      assertThat(set.files()).isNotEmpty().allMatch(file -> file.md5().matches("[0-9a-f]{32}"));
    }
  }

  @Test
  void archivesAreUnpacked() throws IOException {
    Path archive = folder.resolve("a.tar.gz");
    Files.write(archive, packed("in/a.txt", "some text"));
    fetch.run(List.of(new RemoteFile(archive.toUri(), "")), folder.resolve("to"));
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
