package io.vertebra.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertebra.engine.file.Checksum;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come from a server of this test. */
final class DownloadTest {
  private final byte[] content = new byte[300_000];
  private final List<String> ranges = new ArrayList<>();
  private final List<Long> progress = new ArrayList<>();
  private final Download download = new Download(progress::add);

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

  private RemoteFile file(String name, Optional<Checksum> checksum) {
    return new RemoteFile(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name), checksum);
  }

  private RemoteFile file() throws IOException {
    Path copy = Files.write(folder.resolve("copy"), content);
    return file("file.bin", Optional.of(Checksum.of(Checksum.Algorithm.MD5, copy)));
  }

  @Test
  void goesOnFromWhereItWasCutOff() throws IOException {
    RemoteFile file = file();
    breaksOff = true;
    assertThatThrownBy(() -> download.get(file, folder))
        .hasMessageContaining("run the same command again");
    long have = Files.size(folder.resolve("file.bin.part"));
    assertThat(have).isPositive();
    breaksOff = false;

    assertThat(download.get(file, folder))
        .isEqualTo(new Download.Result(folder.resolve("file.bin"), true));

    assertThat(folder.resolve("file.bin")).hasBinaryContent(content);
    assertThat(folder.resolve("file.bin.part")).doesNotExist();
    assertThat(ranges).containsExactly("null", "bytes=" + have + "-");
    assertThat(progress).isSorted().endsWith((long) content.length);
  }

  @Test
  void aFileThatIsThereIsNotGotAgainUnlessItIsAnother() throws IOException {
    RemoteFile file = file();
    download.get(file, folder);

    assertThat(download.get(file, folder).fetched()).isFalse();
    Files.writeString(folder.resolve("file.bin"), "another");
    assertThat(download.get(file, folder).fetched()).isTrue();

    assertThat(folder.resolve("file.bin")).hasBinaryContent(content);
    assertThat(ranges).hasSize(2);
  }

  @Test
  void aPartThatIsWholeIsTaken() throws IOException {
    Files.write(folder.resolve("file.bin.part"), content);
    download.get(file(), folder);
    assertThat(folder.resolve("file.bin")).hasBinaryContent(content);
  }

  @Test
  void theFirstDigitsOfAChecksumDo() throws IOException {
    String digits = Checksum.sha256(Files.write(folder.resolve("copy"), content));
    String first = digits.substring(0, 8).toUpperCase(Locale.ROOT);
    Checksum expected = new Checksum(Checksum.Algorithm.SHA256, first);
    assertThat(download.get(file("file.bin", Optional.of(expected)), folder).fetched()).isTrue();
  }

  @Test
  void aWrongChecksumIsRefusedAndTheFileRemoved() {
    Checksum wrong = new Checksum(Checksum.Algorithm.MD5, "00");
    assertThatThrownBy(() -> download.get(file("file.bin", Optional.of(wrong)), folder))
        .hasMessageContaining("has the MD5 sum")
        .hasMessageContaining("should have 00")
        .hasMessageContaining("put it into " + folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileOnThisMachineIsCopied() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere")).resolve("a.bin");
    Files.write(elsewhere, content);
    Path got = download.get(new RemoteFile(elsewhere.toUri(), Optional.empty()), folder).file();
    assertThat(got).isEqualTo(folder.resolve("a.bin")).hasBinaryContent(content);
  }

  @Test
  void placesThatHaveNoFileAreNamed() {
    assertThatThrownBy(() -> download.get(file("none.bin", Optional.empty()), folder))
        .hasMessageContaining("none.bin' was answered with status 404")
        .hasMessageContaining("by other means");
    RemoteFile unreachable = file("file.bin", Optional.empty());
    server.stop(0);
    assertThatThrownBy(() -> download.get(unreachable, folder))
        .hasMessageContaining("file.bin' cannot be reached");
  }
}
