package io.vertebra.engine.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertebra.engine.download.Download;
import io.vertebra.engine.file.Checksum;
import io.vertebra.registry.config.ConfigException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights come from a server of this test. */
final class ModelIndexTest {
  private static final byte[] WEIGHTS = "weights".getBytes(StandardCharsets.UTF_8);

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private String sha256;

  @TempDir private Path folder;

  @BeforeEach
  void serve() throws IOException {
    sha256 = Checksum.sha256(Files.write(folder.resolve("weights"), WEIGHTS));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          boolean there = exchange.getRequestURI().getPath().endsWith(".pth");
          exchange.sendResponseHeaders(there ? 200 : 404, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(WEIGHTS);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private ModelIndex index(String weights, String checksum) throws IOException {
    Path family = Files.createDirectories(folder.resolve("configs/toy"));
    Files.writeString(
        family.resolve(ModelIndex.FILE),
        """
        Collections:
          - Name: Toy
        Models:
          - Name: toy_b
            Metadata: {Parameters: 12, MACs: 34}
            Config: toy.yaml
            Weights: '%s'
            SHA256: %s
          - Name: toy_a
        """
            .formatted(weights, checksum));
    return ModelIndex.below(folder.resolve("configs"));
  }

  private String address(String name) {
    return "http://%s:%d/%s"
        .formatted(
            server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort(), name);
  }

  private WeightFetch.Fetched fetch(ModelIndex index) throws IOException {
    Path target = Files.createDirectories(folder.resolve("models"));
    return new WeightFetch(new Download(bytes -> {}))
        .fetch(index.find("toy_b").orElseThrow(), target);
  }

  @Test
  void modelsAreListedByNameWithWhatIsKnownOfThem() throws IOException {
    ModelIndex index = index(address("toy.pth"), "null");

    assertThat(index.models()).extracting(ModelEntry::name).containsExactly("toy_a", "toy_b");
    ModelEntry model = index.find("toy_b").orElseThrow();
    assertThat(model.text("Metadata.Parameters")).hasValue("12");
    assertThat(model.config()).hasValue(folder.resolve("configs/toy/toy.yaml"));
    assertThat(model.sha256()).isEmpty();
    assertThat(index.find("toy_a").orElseThrow().weights()).isEmpty();
    assertThat(index.find("toy_c")).isEmpty();
  }

  @Test
  void weightsAreBroughtOnceAndCompared() throws IOException {
    ModelIndex index = index(address("v0/toy.pth"), sha256.substring(0, 8));

    WeightFetch.Fetched first = fetch(index);
    WeightFetch.Fetched second = fetch(index);

    assertThat(first.file()).hasFileName("toy.pth").hasBinaryContent(WEIGHTS);
    assertThat(first.fetched()).isTrue();
    assertThat(second.fetched()).isFalse();
    assertThat(second.sha256()).isEqualTo(sha256);
    assertThat(asked).hasValue(1);
  }

  @Test
  void weightsOfAnotherChecksumAreRefusedAndNotKept() throws IOException {
    ModelIndex index = index(address("toy.pth"), "'00000000'");

    assertThatThrownBy(() -> fetch(index))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has the SHA-256 sum " + sha256)
        .hasMessageContaining("should have 00000000");
    assertThat(folder.resolve("models")).isEmptyDirectory();
  }

  @Test
  void aServerWithoutTheFileOrNoneAtAllIsNamed() throws IOException {
    assertThatThrownBy(() -> fetch(index(address("gone.zip"), "null")))
        .hasMessageContaining("gone.zip' was answered with status 404");
    String address = address("toy.pth");
    server.stop(0);
    assertThatThrownBy(() -> fetch(index(address, "null")))
        .hasMessageContaining("'" + address + "' cannot be reached")
        .hasMessageContaining("by other means and put it into " + folder.resolve("models"));
  }

  @Test
  void weightsBesideTheMetafileNeedNoNetwork() throws IOException {
    ModelIndex index = index("toy.safetensors", sha256);
    Files.write(folder.resolve("configs/toy/toy.safetensors"), WEIGHTS);

    assertThat(fetch(index).file()).hasBinaryContent(WEIGHTS);
    assertThat(asked).hasValue(0);
  }

  @Test
  void aModelIsAppendedOnce() throws IOException {
    Path file = folder.resolve("new/" + ModelIndex.FILE);
    Files.createDirectories(file.getParent());
    ModelIndex.append(file, Map.of("Name", "a: 'b'"));
    ModelIndex.append(file, Map.of("Name", "c"));

    assertThat(ModelIndex.below(folder).models())
        .extracting(ModelEntry::name)
        .containsExactly("a: 'b'", "c");
    assertThatThrownBy(() -> ModelIndex.append(file, Map.of("Name", "c")))
        .hasMessageContaining("lists a model 'c' already");
  }

  @Test
  void aModelWithoutANameIsSaidWithItsPlace() throws IOException {
    Path file = folder.resolve(ModelIndex.FILE);
    Files.writeString(file, "Models: [{Config: a.yaml}]\n");

    assertThatThrownBy(() -> ModelIndex.below(folder))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("metafile.yml:1:10")
        .hasMessageContaining("a model is a mapping with a `Name`");
  }
}
