package io.vertebra.cli.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads files of results; their ending says in which form they are. */
public final class ResultFiles {
  private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".csv", ".npy");

  private ResultFiles() {}

  /**
   * The endings of files that hold results.
   *
   * @return a new array
   */
  public static String[] endings() {
    return ENDINGS.toArray(String[]::new);
  }

  /**
   * Reads a file.
   *
   * @param file a file that {@code vertebra test --out} wrote, or one of the same form
   * @return what it holds
   * @throws IOException if it cannot be read or is of another form; the message names the place
   */
  public static Results read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
    return switch (ending) {
      case ".json" -> JsonResultReader.document(file);
      case ".jsonl" -> JsonResultReader.lines(file);
      case ".csv" -> CsvResults.read(file);
      case ".npy" -> NumpyResults.read(file);
      default ->
          throw new IOException(
              "'%s' holds no predictions: its name has to end with %s"
                  .formatted(file, String.join(", ", ENDINGS)));
    };
  }
}
