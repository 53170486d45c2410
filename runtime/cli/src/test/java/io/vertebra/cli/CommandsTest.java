package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
