package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorInfo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... args) {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return Commands.of(terminal, new Installation(folder)).execute(args);
  }

  @Test
  void helpNamesAllCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains(
            "train", "test", "predict", "forward", "schedule", "log", "bench", "plugins", "config");
  }

  @Test
  void examplesOfHelpStandOnOneLineSoThatTheyCanBeCopied() {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    CommandLine all = Commands.of(terminal, new Installation(folder));
    assertThat(examples(all)).hasSizeGreaterThan(20).allMatch(line -> line.length() <= 99);
  }

  private static List<String> examples(CommandLine command) {
    Stream<String> own =
        Stream.of(command.getCommandSpec().usageMessage().footer())
            .filter(line -> line.startsWith("  vertebra "));
    return Stream.concat(
            own,
            command.getSubcommands().values().stream().flatMap(each -> examples(each).stream()))
        .toList();
  }

  @Test
  void aNearCommandIsSuggested() {
    assertThat(run("trian", "a.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("'trian'").contains("vertebra train").contains("--help");
  }

  @Test
  void aMissingCommandNamesThoseThereAre() {
    assertThat(run("config")).isEqualTo(2);
    assertThat(err.toString()).contains("a command is missing: one of print, check, explain");
  }

  @Test
  void aFolderWithoutPluginsIsNamed() {
    assertThat(run("plugins")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no folder of plugins", folder.toString());
  }

  @Test
  void anEpochHasAnIterationAtLeast() {
    assertThat(run("schedule", "a.yaml", "--epoch-length", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--epoch-length is 0, but must be at least 1");
  }

  @Test
  void aScheduleIsWrittenIntoFilesOfKnownKinds() {
    assertThat(run("schedule", "a.yaml", "--out", "a.txt")).isEqualTo(2);
    assertThat(err.toString()).contains("has to end with .csv or .png");
  }

  @Test
  void partsToShowAreNamedOrAllOfThem() {
    assertThat(run("plugins", "show")).isEqualTo(2);
    assertThat(run("plugins", "show", "LeNet5", "--all")).isEqualTo(2);
    assertThat(run("plugins", "show", "LeNet5", "--out", "page.html")).isEqualTo(2);
    assertThat(err.toString()).contains("--all").contains("'page.html'", ".md");
  }

  @Test
  void aMeasurementHasAnIterationAtLeast() {
    assertThat(run("bench", "train", "a.yaml", "--iterations", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("0 count").contains("the last at least 1");
  }

  @Test
  void aSheetHasASampleAtLeast() {
    assertThat(run("browse", "a.yaml", "--out", "sheets", "--count", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--count is 0, but must be 1 or more");
    assertThat(run("browse", "a.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("'--out=FOLDER'");
  }

  @Test
  void outputOfANetworkGoesIntoASafetensorsFile() {
    assertThat(run("forward", "a.yaml", "b.pth", "--input", "c.safetensors", "--out", "d.npz"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("'d.npz' is no file to write", ".safetensors");
  }

  @Test
  void aBatchHasFourLengths() {
    assertThat(run("complexity", "a.yaml", "--shape", "1", "3", "0", "4")).isEqualTo(2);
    assertThat(err.toString()).contains("--shape is [1, 3, 0, 4]");
  }

  private Path weights(String name, float value) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, value);
    Path file = folder.resolve(name);
    TensorInfo info = new TensorInfo("fc.weight", ElementType.F32, List.of(1L, 1L));
    SafetensorsWriter.write(file, Map.of(), List.of(SafetensorsWriter.Tensor.of(info, bytes)));
    return file;
  }

  @Test
  void weightsAreShownComparedAndPublished() throws IOException {
    String one = weights("one.safetensors", 1).toString();
    String other = weights("other.safetensors", 3).toString();
    String metafile = folder.resolve("published/metafile.yml").toString();

    assertThat(run("checkpoint", "show", one)).isZero();
    assertThat(run("checkpoint", "diff", one, other)).isZero();
    assertThat(
            run(
                "checkpoint",
                "publish",
                one,
                "--out",
                folder.resolve("published/toy").toString(),
                "--metafile",
                metafile))
        .isZero();

    assertThat(out.toString())
        .contains("fc.weight  F32   1x1")
        .contains("1 tensors", "1 values", "no config inside")
        .contains("~ fc.weight: F32 [1, 1]: 1 values differ, by 2.00 at most")
        .containsPattern("weights: .*toy-[0-9a-f]{8}.safetensors");
    assertThat(folder.resolve("published/metafile.yml"))
        .content()
        .contains("- Name: \"toy\"", "SHA256: ");
  }

  @Test
  void modelsOfAMetafileAreListedShownAndBrought() throws IOException {
    String one = weights("one.safetensors", 1).toString();
    String published = folder.resolve("zoo/toy").toString();
    String metafile = folder.resolve("zoo/metafile.yml").toString();
    assertThat(run("checkpoint", "publish", one, "--out", published, "--metafile", metafile))
        .isZero();
    String from = folder.resolve("zoo").toString();
    String target = folder.resolve("models").toString();

    assertThat(run("zoo", "list", "t*", "--from", from)).isZero();
    assertThat(run("zoo", "show", "toy", "--from", from)).isZero();
    assertThat(run("zoo", "download", "toy", "--from", from, "--dest", target)).isZero();
    assertThat(run("zoo", "download", "toy", "--from", from, "--dest", target)).isZero();

    assertThat(out.toString()).contains("NAME", "toy", "# listed in ", "(was there)");
    assertThat(run("zoo", "list", "x*", "--from", from)).isEqualTo(2);
    assertThat(run("zoo", "show", "tox", "--from", from)).isEqualTo(2);
    assertThat(run("zoo", "list")).isEqualTo(2);
    assertThat(err.toString())
        .contains("no model has a name such as 'x*'")
        .contains("there is no model 'tox'.")
        .contains("that could list models");
  }
}
