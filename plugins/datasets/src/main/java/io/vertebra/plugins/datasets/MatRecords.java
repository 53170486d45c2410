package io.vertebra.plugins.datasets;

import java.io.IOException;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * A structure array of a MATLAB file: records of the same fields.
 *
 * @param place what messages call it
 * @param struct the records
 */
record MatRecords(String place, Struct struct) {
  int size() {
    return struct.getNumElements();
  }

  boolean has(String field) {
    return struct.getFieldNames().contains(field);
  }

  /**
   * A field that is one whole number.
   *
   * @throws IOException if it is missing or of another type
   */
  int number(String field, int record) throws IOException {
    Array value = value(field, record);
    if (value instanceof Matrix matrix && matrix.getNumElements() == 1) {
      return MatVariables.whole(matrix, 0, named(field, record));
    }
    throw new IOException(named(field, record) + " is no number");
  }

  /**
   * A field that is a text.
   *
   * @throws IOException if it is missing or of another type
   */
  String text(String field, int record) throws IOException {
    if (value(field, record) instanceof Char text) {
      return text.getString();
    }
    throw new IOException(named(field, record) + " is no text");
  }

  private Array value(String field, int record) throws IOException {
    if (!has(field)) {
      throw new IOException(
          "%s has no field '%s'; it has %s: take the file as it was published"
              .formatted(place, field, struct.getFieldNames()));
    }
    return struct.get(field, record);
  }

  private String named(String field, int record) {
    return "%s: field '%s' of record %d".formatted(place, field, record + 1);
  }
}
