package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** The variables of a MATLAB file of version 5, as {@code save} writes it with -v6 or -v7. */
final class MatVariables {
  private final Path path;
  private final MatFile file;

  private MatVariables(Path path, MatFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is missing, damaged or of another version; the message names it
   */
  static MatVariables read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(
          "There is no file '%s': check data_root".formatted(path.toAbsolutePath()));
    }
    byte[] content = Files.readAllBytes(path);
    try {
      return new MatVariables(path, Mat5.newReader(Sources.wrap(content)).readMat());
    } catch (IOException | RuntimeException e) { // The library throws both at damaged files.
      throw new IOException(
          "'%s' is no MATLAB file of version 5 (save -v6 or -v7), or it is damaged: %s"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /**
   * The whole numbers of a matrix, column by column.
   *
   * @throws IOException if there is no such matrix, or one of other values
   */
  int[] numbers(String variable) throws IOException {
    if (!(variable(variable) instanceof Matrix matrix)) {
      throw new IOException("'%s' of '%s' is no matrix of numbers".formatted(variable, path));
    }
    int[] numbers = new int[matrix.getNumElements()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = whole(matrix, i, "'%s' of '%s'".formatted(variable, path));
    }
    return numbers;
  }

  /**
   * A structure array.
   *
   * @throws IOException if there is no such variable, or one of another type
   */
  MatRecords records(String variable) throws IOException {
    if (!(variable(variable) instanceof Struct struct)) {
      throw new IOException("'%s' of '%s' is no structure array".formatted(variable, path));
    }
    return new MatRecords("'%s' of '%s'".formatted(variable, path), struct);
  }

  private Array variable(String wanted) throws IOException {
    List<String> names = new ArrayList<>();
    for (MatFile.Entry entry : file.getEntries()) {
      if (entry.getName().equals(wanted)) {
        return entry.getValue();
      }
      names.add(entry.getName());
    }
    throw new IOException(
        "'%s' has no variable '%s'; it has %s: take the file as it was published"
            .formatted(path, wanted, names));
  }

  /** A value of a matrix, which a file may hold as a floating point number. */
  static int whole(Matrix matrix, int index, String place) throws IOException {
    double value = matrix.getDouble(index);
    if (value != (int) value) {
      throw new IOException("%s holds %s: expected whole numbers".formatted(place, value));
    }
    return (int) value;
  }
}
