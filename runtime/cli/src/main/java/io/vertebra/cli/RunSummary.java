package io.vertebra.cli;

import io.vertebra.imaging.PictureWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run leaves in its work directory at its end: a table of its figures, and their curves. */
final class RunSummary {
  static final String TABLE = "scalars.csv";
  static final String CURVES = "curves.png";

  private RunSummary() {}

  /**
   * Writes both. A run that was trained is not spoilt where that fails: it is only told.
   *
   * @param folder the work directory
   * @param err where a failure is told
   */
  static void write(Path folder, PrintWriter err) {
    try {
      List<LoggedRun> runs = List.of(LoggedRun.read(folder));
      Set<String> names = LoggedRun.names(runs);
      OutputFiles.write(
          folder.resolve(TABLE), out -> LogFiles.writeCsv(runs, List.copyOf(names), out));
      Optional<BufferedImage> curves = LogFiles.plot(runs, LogFiles.drawn(names));
      if (curves.isPresent()) {
        new PictureWriter().write(curves.get(), folder.resolve(CURVES));
      }
    } catch (IOException e) {
      tell(ErrorReport.message(e), err);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // So a Java runtime without fonts, or without libraries for pictures, says it.
      tell(e.toString(), err);
    }
  }

  private static void tell(String reason, PrintWriter err) {
    err.println("vertebra: the curves of the run are not drawn: " + reason);
  }
}
