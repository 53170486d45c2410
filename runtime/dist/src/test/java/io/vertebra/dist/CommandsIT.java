package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs short commands of the assembled distribution, and commands that go wrong. */
final class CommandsIT {
  @TempDir private Path folder;
  private Distribution vertebra;

  @BeforeEach
  void unpack() throws IOException {
    vertebra = Distribution.in(folder);
  }

  @AfterEach
  void clear() throws IOException {
    vertebra.close();
  }

  private void assertRefused(Distribution.Result result, String... messages) {
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(messages).doesNotContain("\tat ");
  }

  @Test
  void followsTheFolderOfPlugins() throws IOException {
    Path jar;
    try (Stream<Path> jars = Files.list(vertebra.plugins())) {
      jar = jars.filter(path -> path.toString().contains("lenet")).findFirst().orElseThrow();
    }
    assertThat(vertebra.run("plugins").out()).containsPattern("backbone +LeNet5 .* active");
    Path away = Files.move(jar, folder.resolve("lenet.jar"));
    assertThat(vertebra.run("plugins").out()).doesNotContain("LeNet5");
    Files.move(away, jar);
    assertThat(vertebra.run("plugins").out()).containsPattern("backbone +LeNet5 .* active");
  }

  @Test
  void saysWhyAJarCannotBeUsed() throws IOException {
    Files.writeString(vertebra.plugins().resolve("broken.jar"), "no jar");
    Distribution.Result result = vertebra.run("plugins");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("broken.jar (refused): ").contains("LeNet5");
  }

  @Test
  void namesTheTypeThatIsMeant() throws IOException {
    assertRefused(
        vertebra.run(
            "train", vertebra.config().toString(), "--cfg-options", "model.backbone.type=LeNet6"),
        "LeNet6",
        "LeNet5");
  }

  @Test
  void refusesAMissingCheckpoint() throws IOException {
    assertRefused(
        vertebra.run("test", vertebra.config().toString(), "no.safetensors"), "no.safetensors");
    assertRefused(vertebra.run("predict", "no.safetensors", "a.png"), "no.safetensors");
  }

  @Test
  void refusesMissingConfigDataAndDevice() throws IOException {
    String config = vertebra.config().toString();
    assertRefused(vertebra.run("train", "no.yaml"), "there is no config file `no.yaml`");
    assertRefused(vertebra.run("train", config, "--device", "gpu:7"), "gpu:7", "cpu");
    assertRefused(
        vertebra.run(
            "train", config, "--cfg-options", "train_dataloader.dataset.data_root=nowhere"),
        "nowhere");
  }

  @Test
  void printsAMergedConfigAndNothingElse() throws IOException {
    Path config = Files.writeString(folder.resolve("a.yaml"), "a: {type: NotThere, b: 1}\n");
    Distribution.Result result =
        vertebra.run("config", "print", config.toString(), "--cfg-options", "a.b=2");
    assertThat(result).isEqualTo(new Distribution.Result(0, "a:\n  type: NotThere\n  b: 2", ""));
    assertThat(vertebra.run("config", "print", config.toString(), "--format", "json").out())
        .startsWith("{");
    assertThat(vertebra.run("config", "check", vertebra.config().toString()).code()).isZero();
  }

  @Test
  void tellsItsVersionAndItsOptions() throws IOException {
    assertThat(vertebra.run("--version").out()).startsWith("vertebra ");
    assertThat(vertebra.run("train", "--help").out()).contains("--cfg-options", "Examples:");
  }
}
