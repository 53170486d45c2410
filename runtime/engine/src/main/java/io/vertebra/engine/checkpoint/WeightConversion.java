package io.vertebra.engine.checkpoint;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.pickle.TorchWriter;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the weights of a network under the names of another library, in its order. */
public final class WeightConversion {
  /** Our names, which are MMPretrain's. */
  public static final String OURS = "mmpretrain";

  /** The ending of a file that PyTorch reads. */
  public static final String PYTORCH = ".pth";

  private final Module model;
  private final List<NameTable> tables;

  /**
   * Makes a conversion.
   *
   * @param model the network that the weights are of; it needs no arrays
   * @param tables what other libraries call its weights
   */
  public WeightConversion(Module model, List<NameTable> tables) {
    this.model = requireNonNull(model, "model is null");
    this.tables = List.copyOf(tables);
  }

  /**
   * Converts a file.
   *
   * @param checkpoint the weights, of any naming that is known; stays open
   * @param library whose names are written: {@value #OURS}, or one that the model's plugin knows
   * @param output the file to write: one of PyTorch where it ends with {@value #PYTORCH}, or else
   *     safetensors
   * @return how many arrays were written
   * @throws CheckpointException if the weights are not those of the network, or the library is not
   *     known for it
   * @throws IOException if a file cannot be read or written
   */
  public int convert(Checkpoint checkpoint, String library, Path output) throws IOException {
    Optional<NameTable> table = table(library);
    Map<String, ModelTensor> wanted = WeightTarget.saved(model, "");
    FileMatch match = FileMatch.best(checkpoint.tensors(), wanted, tables, "", "");
    NamedTensors ours = match.tensors(checkpoint.tensors());
    NamedOutput written = new NamedOutput(table);
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, ModelTensor> each : wanted.entrySet()) {
      String name = each.getKey();
      if (match.found().containsKey(name)) {
        check(ours.info(name), each.getValue(), checkpoint.file());
        written.add(ours, name);
      } else if (match.computed(name)) {
        written.add(new ComputedTensor(name, each.getValue()), name);
      } else {
        missing.add(name);
      }
    }
    refuseMissing(missing, checkpoint.file());
    List<SafetensorsWriter.Tensor> tensors = written.tensors();
    if (output.toString().endsWith(PYTORCH)) {
      TorchWriter.write(output, tensors);
    } else {
      SafetensorsWriter.write(output, Map.of("format", "pt"), tensors);
    }
    return tensors.size();
  }

  private Optional<NameTable> table(String library) throws CheckpointException {
    if (library.equals(OURS)) {
      return Optional.empty();
    }
    Optional<NameTable> found =
        tables.stream().filter(each -> each.library().equals(library)).findFirst();
    if (found.isEmpty()) {
      List<String> known = new ArrayList<>(List.of(OURS));
      tables.stream().map(NameTable::library).distinct().forEach(known::add);
      throw new CheckpointException(
          "names of '%s' are not known for this network; those of %s are"
              .formatted(library, String.join(", ", known)));
    }
    return found;
  }

  private static void check(TensorInfo info, ModelTensor tensor, Path file)
      throws CheckpointException {
    if (!info.shape().equals(FileMatch.shape(tensor))) {
      throw new CheckpointException(
          "%s is of another network: %s is %s in the file and %s in the network"
              .formatted(file, info.name(), info.shape(), FileMatch.shape(tensor)));
    }
  }

  private static void refuseMissing(List<String> missing, Path file) throws CheckpointException {
    if (!missing.isEmpty()) {
      throw new CheckpointException(
          "%s lacks %d arrays of the network, the first of which is %s"
              .formatted(file, missing.size(), missing.get(0)));
    }
  }
}
