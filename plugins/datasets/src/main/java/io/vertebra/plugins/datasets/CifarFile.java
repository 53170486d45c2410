package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Images of the binary form of CIFAR: for each one or two bytes of labels, then 1024 red, 1024
 * green and 1024 blue values, each row by row (https://www.cs.toronto.edu/~kriz/cifar.html).
 *
 * @param path the file
 * @param labelBytes how many bytes of labels an image has, of which the last counts
 * @param content the bytes of the file
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and 150 MB would not be copied.
record CifarFile(Path path, int labelBytes, byte[] content) {
  static final int SIDE = 32;

  private static final int PLANE = SIDE * SIDE;
  private static final int CHANNELS = 3;

  /**
   * Reads a file.
   *
   * @param folder where it is
   * @param subfolder where it may be below that, as the published archive has it
   * @param name its name
   * @param labelBytes how many bytes of labels an image has
   * @throws IOException if it is missing or cut short; the message names it
   */
  static CifarFile read(Path folder, String subfolder, String name, int labelBytes)
      throws IOException {
    Path path = folder.resolve(subfolder).resolve(name);
    if (!Files.isRegularFile(path)) {
      path = folder.resolve(name);
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException(
          "There is no '%s' in '%s' or its folder '%s': unpack the binary version of the data set"
                  .formatted(name, folder.toAbsolutePath(), subfolder)
              + " there, or point data_root to where it is");
    }
    CifarFile file = new CifarFile(path, labelBytes, Files.readAllBytes(path));
    if (file.content.length == 0 || file.content.length % file.record() != 0) {
      throw new IOException(
          "'%s' has %d bytes, which is no multiple of %d: it is cut short or damaged"
              .formatted(path, file.content.length, file.record()));
    }
    return file;
  }

  private int record() {
    return labelBytes + CHANNELS * PLANE;
  }

  int size() {
    return content.length / record();
  }

  int label(int index) {
    return Byte.toUnsignedInt(content[index * record() + labelBytes - 1]);
  }

  /** Copies the pixels of an image, row by row, red, green and blue of each together. */
  void copy(int index, ByteBuffer target) {
    int red = index * record() + labelBytes;
    for (int pixel = red; pixel < red + PLANE; pixel++) {
      target.put(content[pixel]);
      target.put(content[pixel + PLANE]);
      target.put(content[pixel + 2 * PLANE]);
    }
  }
}
