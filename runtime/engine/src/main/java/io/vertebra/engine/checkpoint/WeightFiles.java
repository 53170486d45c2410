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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens files of weights of any format that is known, told by what they begin with. */
final class WeightFiles {
  private static final String ZIP = "PK\u0003\u0004";
  private static final String PICKLE = "\u0080";
  private static final String ARRAY = ".npy";

  /** Where safetensors has a brace, after the length of its header, which may begin as a pickle. */
  private static final int HEADER = Long.BYTES;

  private WeightFiles() {}

  /** Opens a file, or says what is wrong with it; closed by the caller. */
  static TensorSource open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException("there is no checkpoint " + file);
    }
    try {
      String start = FileStart.read(file, HEADER + 1);
      if (start.startsWith(ZIP)) {
        return isNumpy(file) ? NumpyFile.open(file) : TorchFile.open(file);
      }
      return isPickle(start) ? TorchFile.open(file) : SafetensorsReader.open(file);
    } catch (SafetensorsException | ZipException e) {
      throw new CheckpointException(
          e.getMessage() + "; the checkpoint is damaged or incomplete, use another one", e);
    } catch (PickleException | NumpyException e) {
      throw new CheckpointException(e.getMessage(), e);
    }
  }

  private static boolean isPickle(String start) {
    boolean safetensors = start.length() > HEADER && start.charAt(HEADER) == '{';
    return start.startsWith(PICKLE) && !safetensors;
  }

  private static boolean isNumpy(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().endsWith(ARRAY));
    }
  }
}
