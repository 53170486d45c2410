package io.vertebra.cli;

import io.vertebra.engine.log.RunFolder;
import io.vertebra.engine.log.RunHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run that is looked at.
 *
 * @param folder its folder
 * @param history its figures
 */
record LoggedRun(RunFolder folder, RunHistory history) {
  /** Reads the logs of a run. */
  static LoggedRun read(Path path) throws IOException {
    RunFolder folder = RunFolder.of(path);
    return new LoggedRun(folder, folder.history());
  }

  /** Reads the logs of several runs. */
  static List<LoggedRun> read(List<Path> paths) throws IOException {
    List<LoggedRun> runs = new ArrayList<>();
    for (Path path : paths) {
      runs.add(read(path));
    }
    return runs;
  }

  /** The path that a user gave. */
  String name() {
    return folder.path().toString();
  }

  /** The names of the figures of runs, in the order in which they were logged first. */
  static Set<String> names(List<LoggedRun> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.history().names()));
    return names;
  }
}
