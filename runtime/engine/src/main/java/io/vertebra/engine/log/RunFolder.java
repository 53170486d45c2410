package io.vertebra.engine.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The work directory of a run, with a folder of logs for each time that training was started.
 *
 * @param path the work directory
 * @param starts the folders of logs, in the order of time; at least one
 */
public record RunFolder(Path path, List<Path> starts) {
  private static final String CONFIG_FILE = "config.yaml";
  private static final int TIME_LENGTH = "yyyy-MM-dd HH:mm:ss".length();

  /** Keeps the folders. */
  public RunFolder {
    starts = List.copyOf(starts);
  }

  /**
   * Looks into a work directory.
   *
   * @param path a work directory, or the folder of one start in it
   * @return the folder of the run
   * @throws IOException if there is no run
   */
  public static RunFolder of(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      throw new NotDirectoryException(path.toString());
    }
    if (hasLog(path)) {
      return new RunFolder(path, List.of(path));
    }
    // Their names are times, so that they sort by time.
    try (Stream<Path> folders = Files.list(path)) {
      List<Path> starts = folders.filter(RunFolder::hasLog).sorted().toList();
      if (starts.isEmpty()) {
        throw new IOException(
            "'%s' is no work directory of a run: no folder in it has a file '%s'"
                .formatted(path, RunLog.SCALARS_FILE));
      }
      return new RunFolder(path, starts);
    }
  }

  private static boolean hasLog(Path folder) {
    return Files.isRegularFile(folder.resolve(RunLog.SCALARS_FILE));
  }

  /**
   * Reads the scalars of all starts.
   *
   * @return what they tell together
   * @throws IOException if a file cannot be read
   */
  public RunHistory history() throws IOException {
    return RunHistory.read(starts.stream().map(each -> each.resolve(RunLog.SCALARS_FILE)).toList());
  }

  /**
   * The file with the config of the last start.
   *
   * @return a path; there may be no such file
   */
  public Path config() {
    return starts.get(starts.size() - 1).resolve(CONFIG_FILE);
  }

  /**
   * How long the starts took together, by the times in their logs.
   *
   * @return the time from the first to the last line of each
   * @throws IOException if a log cannot be read
   */
  public Duration duration() throws IOException {
    Duration sum = Duration.ZERO;
    for (Path start : starts) {
      Path log = start.resolve(RunLog.TEXT_FILE);
      if (Files.exists(log)) {
        sum = sum.plus(duration(Files.readAllLines(log)));
      }
    }
    return sum;
  }

  private static Duration duration(List<String> lines) {
    List<LocalDateTime> times = new ArrayList<>();
    for (String line : lines) {
      try {
        times.add(LocalDateTime.parse(line.substring(0, TIME_LENGTH), RunLog.TIME));
      } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
        // The rest of a message of several lines, or of a line that was not written whole.
      }
    }
    return times.isEmpty()
        ? Duration.ZERO
        : Duration.between(times.get(0), times.get(times.size() - 1));
  }
}
