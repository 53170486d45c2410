package io.vertebra.engine.checkpoint;

import io.vertebra.engine.file.FileStart;
import io.vertebra.engine.numpy.NumpyException;
import io.vertebra.engine.numpy.NumpyFile;
import io.vertebra.engine.pickle.PickleException;
import io.vertebra.engine.pickle.TorchFile;
import io.vertebra.engine.safetensors.SafetensorsException;
import io.vertebra.engine.safetensors.SafetensorsReader;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens files of weights of any format that is known, told by what they begin with. */
final class WeightFiles {
  private static final String ZIP = "PK\u0003\u0004";
  private static final String PICKLE = "\u0080";
  private static final String ARRAY = ".npy";

  private WeightFiles() {}

  /** Opens a file, or says what is wrong with it; closed by the caller. */
  static TensorSource open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException("there is no checkpoint " + file);
    }
    try {
      String start = FileStart.read(file, Long.BYTES + 1);
      if (start.startsWith(ZIP)) {
        return isNumpy(file) ? NumpyFile.open(file) : TorchFile.open(file);
      }
      return start.startsWith(PICKLE) && !hasHeader(start, Files.size(file))
          ? TorchFile.open(file)
          : SafetensorsReader.open(file);
    } catch (SafetensorsException | ZipException e) {
      throw new CheckpointException(
          e.getMessage() + "; the checkpoint is damaged or incomplete, use another one", e);
    } catch (PickleException | NumpyException e) {
      throw new CheckpointException(e.getMessage(), e);
    }
  }

  /**
   * Whether a file begins with the length of a JSON object that fits into it, as safetensors do.
   */
  private static boolean hasHeader(String start, long size) {
    if (start.length() <= Long.BYTES || start.charAt(Long.BYTES) != '{') {
      return false;
    }
    byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return length > 0 && length <= size;
  }

  private static boolean isNumpy(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().endsWith(ARRAY));
    }
  }
}
