package io.vertebra.engine.pickle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertebra.engine.file.AtomicFile;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a state dict as {@code torch.save} does in its zip form, so that {@code torch.load} reads
 * it with {@code weights_only} too: a pickle of an ordered dictionary of tensors, and an entry for
 * the values of each. Entries are not compressed and begin at multiples of 64 bytes, as those that
 * PyTorch maps into memory.
 */
public final class TorchWriter {
  /** The folder of all entries. */
  private static final String ROOT = "archive/";

  /** The version of the form, which every PyTorch since 1.6 reads. */
  private static final String VERSION = "3\n";

  private TorchWriter() {}

  /**
   * Writes a file, replacing one of that name at the end in one step.
   *
   * @param file the file; its folder exists
   * @param tensors the tensors, with unique names; each gives its bytes twice
   * @throws IOException if it cannot be written or a tensor gives too few or too many bytes; a file
   *     of that name is then as it was before
   */
  public static void write(Path file, List<SafetensorsWriter.Tensor> tensors) throws IOException {
    StateDictPickle pickle = new StateDictPickle();
    tensors.forEach(tensor -> pickle.add(tensor.info()));
    AtomicFile.write(
        file,
        channel -> {
          try (StoredZip zip = new StoredZip(channel)) {
            zip.add(ROOT + "data.pkl", pickle.bytes());
            zip.add(ROOT + "byteorder", "little".getBytes(US_ASCII));
            for (int i = 0; i < tensors.size(); i++) {
              zip.add(ROOT + "data/" + i, tensors.get(i));
            }
            zip.add(ROOT + "version", VERSION.getBytes(US_ASCII));
          }
        });
  }
}
