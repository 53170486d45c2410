package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Progress;
import io.vertebra.engine.log.RunLog;
import io.vertebra.engine.train.RunStart;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogCommandsTest {
  private static final String START = "20260101_100000_000";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(Object... words) {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    String[] args = List.of(words).stream().map(Object::toString).toArray(String[]::new);
    return Commands.of(terminal, new Installation(folder)).execute(args);
  }

  /** Leaves the logs of a run of one epoch with two iterations. */
  private Path train(String name, double lastLoss, String config) throws IOException {
    Path work = folder.resolve(name);
    Path start = Files.createDirectories(work.resolve(START));
    Files.writeString(start.resolve("config.yaml"), config);
    try (RunLog log = new RunLog(start)) {
      log.started(new RunStart(work, 1, 1, 1, 1, 1, List.of("a"), true));
      log.begins(new Progress(0, 1, 0, 2, 0, 2));
      log.logged(new Progress(0, 1, 0, 2, 0, 2), scalars(1));
      log.logged(new Progress(0, 1, 1, 2, 1, 2), scalars(lastLoss));
      log.evaluated(new Progress(1, 1, 2, 2, 1, 2), Map.of("accuracy/top1", 70.0));
    }
    return work;
  }

  private static Map<String, Double> scalars(double loss) {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scalars.put("loss", loss);
    scalars.put("time", 0.5);
    return scalars;
  }

  @Test
  void plotDrawsAPanelForEachFigureThatTellsOfLearning() throws IOException {
    Path file = folder.resolve("made/a.png");
    assertThat(run("log", "plot", train("a", 0.5, "{}"), "--out", file)).isZero();
    assertThat(out.toString()).contains("wrote " + file);
    BufferedImage all = ImageIO.read(file.toFile());
    assertThat(run("log", "plot", folder.resolve("a"), "--keys", "loss", "--out", file)).isZero();
    BufferedImage one = ImageIO.read(file.toFile());
    // The loss and the accuracy, and not the time.
    assertThat(all.getHeight()).isEqualTo(2 * one.getHeight());
  }

  @Test
  void plotWritesATable() throws IOException {
    Path file = folder.resolve("a.csv");
    assertThat(run("log", "plot", train("a", 0.5, "{}"), "--out", file)).isZero();
    assertThat(file)
        .hasContent(
            """
            epoch,iteration,loss,time,accuracy/top1
            1,1,1.0,0.5,
            1,2,0.5,0.5,70.0
            """);
  }

  @Test
  void plotWritesSeveralRunsIntoOneTable() throws IOException {
    Path file = folder.resolve("a.csv");
    Path a = train("a", 0.5, "{}");
    Path b = train("b, \"c\"", Double.NaN, "{}");
    assertThat(run("log", "plot", a, b, "--keys", "loss", "--out", file)).isZero();
    assertThat(file)
        .hasContent(
            """
            run,epoch,iteration,loss
            %s,1,1,1.0
            %s,1,2,0.5
            "%s",1,1,1.0
            "%s",1,2,NaN
            """
                .formatted(a, a, folder + "/b, \"\"c\"\"", folder + "/b, \"\"c\"\""));
  }

  @Test
  void plotShowsARunThatWasCutOff() throws IOException {
    Path work = train("a", 0.5, "{}");
    Files.writeString(
        work.resolve(START).resolve("scalars.jsonl"), "{\"lo", StandardOpenOption.APPEND);
    assertThat(run("log", "plot", work, "--out", folder.resolve("a.png"))).isZero();
  }

  @Test
  void plotRefusesWhatIsNotThere() throws IOException {
    Path work = train("a", 0.5, "{}");
    Path file = folder.resolve("a.png");
    assertThat(run("log", "plot", work, "--keys", "los", "--out", file)).isEqualTo(2);
    assertThat(run("log", "plot", folder.resolve("none"), "--out", file)).isEqualTo(2);
    assertThat(run("log", "plot", work.resolve(START).resolve("run.log"))).isEqualTo(2);
    assertThat(run("log", "plot", folder, "--out", file)).isEqualTo(2);
    assertThat(run("log", "plot", work, "--out", folder.resolve("a.pdf"))).isEqualTo(2);
    assertThat(err.toString().lines().toList())
        .containsExactly(
            "vertebra: no figure 'los' is logged; there are: loss, time, accuracy/top1",
            "vertebra: there is no file '" + folder.resolve("none") + "'",
            "vertebra: '" + work.resolve(START).resolve("run.log") + "' is no folder",
            "vertebra: '"
                + folder
                + "' is no work directory of a run: no folder in it has a file 'scalars.jsonl'",
            "vertebra: '"
                + folder.resolve("a.pdf")
                + "' is no file to write: its name has to end with .png or .csv");
    assertThat(file).doesNotExist();
  }

  @Test
  void plotRefusesARunWithoutFigures() throws IOException {
    Path work = folder.resolve("a");
    new RunLog(Files.createDirectories(work.resolve(START))).close();
    assertThat(run("log", "plot", work)).isEqualTo(2);
    assertThat(err.toString()).contains("there is nothing to draw");
  }

  @Test
  void compareShowsFiguresTimesAndWhatConfigsDiffer() throws IOException {
    Path a = train("a", 2, "optim_wrapper: {optimizer: {type: SGD, lr: 0.1}}");
    Path b = train("b", 0.5, "optim_wrapper: {optimizer: {type: SGD, lr: 0.2}, clip: 1}");
    assertThat(run("log", "compare", a, b)).isZero();
    List<String> rows = out.toString().lines().map(row -> row.replaceAll("  +", " | ")).toList();
    assertThat(rows)
        .containsExactly(
            "RUN | " + a + " | " + b,
            "epochs | 1 | 1",
            "iterations | 2 | 2",
            "starts | 1 | 1",
            rows.get(4),
            "loss, last | 2.0000 | 0.50000",
            "loss, best | 1.0000 at 1 | 0.50000 at 2",
            "time, last | 0.50000 | 0.50000",
            "accuracy/top1, last | 70.000 | 70.000",
            "accuracy/top1, best | 70.000 at 2 | 70.000 at 2",
            "optim_wrapper.optimizer.lr | 0.1 | 0.2",
            "optim_wrapper.clip | - | 1");
    assertThat(rows.get(4)).startsWith("duration | 0:00:0");
  }

  @Test
  void compareTakesRunsWithOtherFiguresAndWithoutConfig() throws IOException {
    Path a = train("a", Double.NaN, "{}");
    Path empty = folder.resolve("empty");
    new RunLog(Files.createDirectories(empty.resolve(START))).close();
    assertThat(run("log", "compare", a, empty)).isZero();
    assertThat(out.toString().lines().map(row -> row.replaceAll("  +", " | ")))
        .contains("iterations | 2 | -", "loss, last | NaN | -", "loss, best | 1.0000 at 1 | -");
  }

  @Test
  void aRunLeavesItsTableAndItsCurves() throws IOException {
    Path work = train("a", 0.5, "{}");
    RunSummary.write(work, new PrintWriter(err, true));
    assertThat(err.toString()).isEmpty();
    assertThat(work.resolve("scalars.csv")).content().startsWith("epoch,iteration,loss");
    assertThat(ImageIO.read(work.resolve("curves.png").toFile())).isNotNull();
  }

  @Test
  void aRunWhoseCurvesCannotBeWrittenIsNotSpoilt() throws IOException {
    Path work = train("a", 0.5, "{}");
    Files.createDirectories(work.resolve("scalars.csv/in the way"));
    RunSummary.write(work, new PrintWriter(err, true));
    assertThat(err.toString()).startsWith("vertebra: the curves of the run are not drawn: ");
  }

  @Test
  void aCommandIsAskedFor() {
    assertThat(run("log")).isEqualTo(2);
    assertThat(err.toString()).contains("a command is missing: one of plot, compare");
  }
}
