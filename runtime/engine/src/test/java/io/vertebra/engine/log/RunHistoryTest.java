package io.vertebra.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.RunStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunHistoryTest {
  private static final int EPOCH_LENGTH = 4;

  @TempDir private Path work;

  private RunLog start(String name, long finished) throws IOException {
    return start(name, finished, true);
  }

  private RunLog start(String name, long finished, boolean countsEpochs) throws IOException {
    RunLog log = new RunLog(Files.createDirectory(work.resolve(name)));
    log.started(new RunStart(work, 1, 1, 1, 1, 1, List.of("a"), countsEpochs));
    log.begins(at(finished));
    return log;
  }

  private static Progress at(long iteration) {
    int epoch = (int) (iteration / EPOCH_LENGTH);
    int batch = (int) (iteration % EPOCH_LENGTH);
    return new Progress(epoch, 3, iteration, 12, batch, EPOCH_LENGTH);
  }

  /** Logs an iteration by the number that it ends with. */
  private static void log(RunLog log, long iteration, double loss) {
    log.logged(at(iteration - 1), Map.of("loss", loss));
  }

  @Test
  void joinsWhatWasLoggedAfterAnIteration() throws IOException {
    try (RunLog log = start("20260101_000000_000", 0)) {
      log(log, 2, 5);
      log(log, 4, 4);
      log.evaluated(at(4), Map.of("accuracy/top1", 70.0));
    }
    RunHistory history = RunFolder.of(work).history();
    assertThat(history.rows())
        .containsExactly(
            new RunHistory.Row(1, 2, Map.of("loss", 5.0)),
            new RunHistory.Row(1, 4, Map.of("loss", 4.0, "accuracy/top1", 70.0)));
    assertThat(history.names()).containsExactly("loss", "accuracy/top1");
    assertThat(history.course("loss")).isEqualTo(Map.of(2L, 5.0, 4L, 4.0));
    assertThat(history.course("lr")).isEmpty();
  }

  @Test
  void forgetsWhatAResumedRunDidAgain() throws IOException {
    try (RunLog first = start("20260101_000000_000", 0)) {
      log(first, 4, 4);
      first.evaluated(at(4), Map.of("accuracy/top1", 70.0));
      log(first, 6, 3);
      log(first, 8, 2);
    }
    try (RunLog second = start("20260102_000000_000", 5)) {
      log(second, 8, 1);
    }
    // A start that ends before it logs anything takes nothing away.
    start("20260103_000000_000", 0).close();
    RunHistory history = RunFolder.of(work).history();
    assertThat(history.course("loss")).isEqualTo(Map.of(4L, 4.0, 8L, 1.0));
    assertThat(history.course("accuracy/top1")).isEqualTo(Map.of(4L, 70.0));
  }

  @Test
  void beginsAnewWithARunThatDid() throws IOException {
    try (RunLog first = start("20260101_000000_000", 0)) {
      log(first, 8, 2);
      first.evaluated(at(8), Map.of("accuracy/top1", 70.0));
    }
    try (RunLog second = start("20260102_000000_000", 0)) {
      log(second, 2, 5);
    }
    assertThat(RunFolder.of(work).history().rows())
        .containsExactly(new RunHistory.Row(1, 2, Map.of("loss", 5.0)));
  }

  @Test
  void countsValidationsByIterationWhereEpochsAreNotCounted() throws IOException {
    try (RunLog log = start("20260101_000000_000", 0, false)) {
      log.evaluated(new Progress(0, 1, 6, 12, 6, 12), Map.of("accuracy/top1", 70.0));
    }
    Path folder = RunFolder.of(work).starts().get(0);
    assertThat(folder.resolve("scalars.jsonl")).content().contains("\"iter\":6,\"step\":6");
    assertThat(folder.resolve("run.log")).content().contains("Iter(val) [6]  accuracy/top1: 70");
  }

  @Test
  void readsValuesThatAreNoNumbers() throws IOException {
    try (RunLog log = start("20260101_000000_000", 0)) {
      log(log, 1, Double.NaN);
      log(log, 2, Double.POSITIVE_INFINITY);
    }
    assertThat(RunFolder.of(work).history().course("loss").values())
        .containsExactly(Double.NaN, Double.POSITIVE_INFINITY);
  }

  @Test
  void leavesATornLastLineOut() throws IOException {
    try (RunLog log = start("20260101_000000_000", 0)) {
      log(log, 1, 5);
    }
    Path file = work.resolve("20260101_000000_000/scalars.jsonl");
    Files.writeString(file, "{\"loss\":4.0,\"ite", StandardOpenOption.APPEND);
    assertThat(RunFolder.of(work).history().course("loss")).isEqualTo(Map.of(1L, 5.0));
  }

  @Test
  void refusesAFileOfOtherLines() throws IOException {
    Path file = Files.createDirectory(work.resolve("x")).resolve("scalars.jsonl");
    Files.writeString(file, "{\"loss\":4.0,\"iter\":1}\n{\"loss\":\"high\"}\n{}\n");
    assertThatThrownBy(() -> RunFolder.of(work).history())
        .isInstanceOf(IOException.class)
        .hasMessage("line 2 of '%s' is no JSON object of numbers: {\"loss\":\"high\"}", file);
  }

  @Test
  void takesTheFolderOfOneStart() throws IOException {
    try (RunLog log = start("20260101_000000_000", 0)) {
      log(log, 1, 5);
    }
    RunFolder folder = RunFolder.of(work.resolve("20260101_000000_000"));
    assertThat(folder.history().rows()).hasSize(1);
    assertThat(folder.config()).isEqualTo(work.resolve("20260101_000000_000/config.yaml"));
  }

  @Test
  void addsUpTheTimesOfItsStarts() throws IOException {
    for (int day = 1; day <= 2; day++) {
      Path start = Files.createDirectory(work.resolve("2026010" + day + "_000000_000"));
      Files.createFile(start.resolve("scalars.jsonl"));
      Files.writeString(
          start.resolve("run.log"),
          "2026-01-0%d 10:00:00  a\nmore of it\n2026-01-0%d 10:00:30  b\n2026-01"
              .formatted(day, day));
    }
    assertThat(RunFolder.of(work).duration()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void refusesFoldersThatAreNoRuns() throws IOException {
    assertThatThrownBy(() -> RunFolder.of(work))
        .hasMessage(
            "'%s' is no work directory of a run: no folder in it has a file 'scalars.jsonl'", work);
    assertThatThrownBy(() -> RunFolder.of(work.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    Path file = Files.createFile(work.resolve("file"));
    assertThatThrownBy(() -> RunFolder.of(file)).isInstanceOf(NotDirectoryException.class);
  }
}
