package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginsIT {
  @TempDir(factory = TargetFolder.class)
  private Path folder;

  private static String list(Distribution distribution, Path folder)
      throws IOException, InterruptedException {
    return distribution.run(folder, "plugins").succeeded().out();
  }

  @Test
  void allPartsOfTheDistributionAreActive() throws IOException, InterruptedException {
    String list = list(Distribution.assembled(), folder);
    assertThat(list)
        .containsPattern("algorithm +ImageClassifier +io.vertebra.plugins.algorithms +\\S+ +active")
        .containsPattern("backbone +LeNet5 +io.vertebra.plugins.lenet +\\S+ +active")
        .containsPattern("optimizer +SGD +io.vertebra.plugins.optimizers +\\S+ +active");
    assertThat(list.lines().skip(1)).allMatch(line -> line.endsWith("active"));
  }

  /** The framework writes versions by the format of the locale; these ones have other digits. */
  @Test
  void allPartsAreActiveWhereDigitsAreNotThoseOfVersions()
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Distribution.assembled().words("plugins")).directory(folder.toFile());
    builder.environment().put("VERTEBRA_JAVA_OPTS", "-Duser.language=ar -Duser.country=EG");
    try (Command command = Command.start(builder)) {
      assertThat(command.outcome().succeeded().out().lines().skip(1))
          .isNotEmpty()
          .allMatch(line -> line.endsWith("active"));
    }
  }

  @Test
  void aJarIsThereFromTheNextCommandOnAndGoneWithItsFile()
      throws IOException, InterruptedException {
    Distribution copy = Distribution.assembled().copyTo(folder.resolve("vertebra"));
    Path jar = copy.plugin("lenet");
    Path aside = folder.resolve("aside.jar");
    Files.move(jar, aside);
    assertThat(list(copy, folder)).doesNotContain("LeNet5");
    copy.run(folder, "config", "check", copy.quickstart())
        .wasRefused("there is no backbone named `LeNet5`");
    Files.move(aside, jar);
    assertThat(list(copy, folder)).contains("LeNet5");
    copy.run(folder, "config", "check", copy.quickstart()).succeeded();
    Files.delete(jar);
    assertThat(list(copy, folder)).doesNotContain("LeNet5");
  }

  @Test
  void aJarThatIsBrokenIsListedWithItsReason() throws IOException, InterruptedException {
    Distribution copy = Distribution.assembled().copyTo(folder.resolve("vertebra"));
    Files.writeString(copy.plugins().resolve("broken.jar"), "no jar");
    assertThat(list(copy, folder))
        .contains("LeNet5")
        .containsPattern("broken\\.jar \\(refused\\): .*not a readable jar");
  }

  @Test
  void aBundleThatEmbedsTheApiIsNamedAndTheRestWorks() throws IOException, InterruptedException {
    Distribution copy = Distribution.assembled().copyTo(folder.resolve("vertebra"));
    BundleJar.embedding(
        "io/vertebra/api/model/Backbone.class",
        copy.plugin("lenet"),
        copy.plugins().resolve("own.jar"));
    String reason = "'own.jar' embeds the package io.vertebra.api.model, ";
    String remedy = "give that dependency the scope 'provided' and build the jar again";
    assertThat(list(copy, folder))
        .containsPattern("backbone +LeNet5 .* active\n")
        .contains("own.jar (refused): " + reason, remedy);
    Outcome outcome =
        copy.run(folder, "train", copy.quickstart(), "--cfg-options", "train_cfg.max_epochs=1");
    assertThat(outcome.succeeded().err()).startsWith("warning: " + reason).contains(remedy);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void aBundleThatMissesAPackageIsToBlameForItsParts() throws IOException, InterruptedException {
    Distribution copy = Distribution.assembled().copyTo(folder.resolve("vertebra"));
    Path lenet = copy.plugin("lenet");
    BundleJar.importing("com.example.absent", lenet, copy.plugins().resolve("needy.jar"));
    Files.delete(lenet);
    assertThat(list(copy, folder))
        .containsPattern("backbone +LeNet5 .*(?<!active)\n")
        .containsPattern("needy\\.jar \\(\\w+\\): .*com\\.example\\.absent");
    copy.run(folder, "config", "check", copy.quickstart())
        .wasRefused("LeNet5", "com.example.absent");
    copy.run(folder, "plugins", "show", "LeNet5").wasRefused("'LeNet5'", "com.example.absent");
  }

  @Test
  void thePartsOptionsAreShown() throws IOException, InterruptedException {
    Outcome outcome = Distribution.assembled().run(folder, "plugins", "show", "LeNet5");
    assertThat(outcome.succeeded().out())
        .contains("backbone LeNet5", "io.vertebra.plugins.lenet")
        .containsPattern("OPTION +VALUE +DEFAULT +MEANING")
        .contains("num_classes");
    Distribution.assembled()
        .run(folder, "plugins", "show", "LeNet6")
        .wasRefused("'LeNet6'", "did you mean `LeNet5`?");
  }

  @Test
  void theSchemaNamesAllParts() throws IOException, InterruptedException {
    Distribution.assembled().run(folder, "config", "schema", "--out", "schema.json").succeeded();
    JsonObject schema =
        JsonParser.parseString(Files.readString(folder.resolve("schema.json"))).getAsJsonObject();
    assertThat(schema.getAsJsonObject("properties").keySet()).contains("model", "train_cfg");
    assertThat(schema.getAsJsonObject("definitions").keySet()).contains("backbone.LeNet5");
  }
}
