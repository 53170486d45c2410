package io.vertebra.engine.checkpoint;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.names.TheirNames;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the weights of a network under the names of another library, in its order. */
public final class WeightConversion {
  /** Our names, which are MMPretrain's. */
  public static final String OURS = "mmpretrain";

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
   * @param output the safetensors file to write
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
    List<SafetensorsWriter.Tensor> written = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, ModelTensor> each : wanted.entrySet()) {
      String name = each.getKey();
      if (match.found().containsKey(name)) {
        check(ours.info(name), each.getValue(), checkpoint.file());
        written.addAll(tensors(ours, name, table));
      } else if (match.computed(name)) {
        written.addAll(tensors(new ComputedTensor(name, each.getValue()), name, table));
      } else {
        missing.add(name);
      }
    }
    refuseMissing(missing, checkpoint.file());
    SafetensorsWriter.write(output, Map.of("format", "pt"), written);
    return written.size();
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

  /** One array of ours as the arrays of the library; none where it does not save it. */
  private static List<SafetensorsWriter.Tensor> tensors(
      TensorSource ours, String name, Optional<NameTable> table) throws IOException {
    if (table.isEmpty()) {
      return List.of(
          new SafetensorsWriter.Tensor(ours.info(name), out -> out.write(ours.data(name))));
    }
    Optional<TheirNames> theirs = table.get().names(name);
    if (theirs.isEmpty()) {
      throw new CheckpointException(
          "%s has no name for %s of this network".formatted(table.get().library(), name));
    }
    List<SafetensorsWriter.Tensor> parts = new ArrayList<>();
    int count = theirs.get().names().size();
    for (int i = 0; i < count; i++) {
      parts.add(part(ours, name, theirs.get(), i));
    }
    return parts;
  }

  /** One of the equal parts along the first axis that an array is divided into. */
  private static SafetensorsWriter.Tensor part(
      TensorSource ours, String name, TheirNames theirs, int index) throws IOException {
    TensorInfo info = ours.info(name);
    int count = theirs.names().size();
    List<Long> shape = new ArrayList<>(theirs.change().theirShape(info.shape()));
    if (count > 1) {
      shape.set(0, shape.get(0) / count);
    }
    TensorInfo part = new TensorInfo(theirs.names().get(index), info.type(), shape);
    int bytes = Math.toIntExact(part.bytes());
    return new SafetensorsWriter.Tensor(
        part,
        out -> {
          ByteBuffer all = inTheirOrder(ours.data(name), info, theirs);
          out.write(all.slice(all.position() + index * bytes, bytes));
        });
  }

  private static ByteBuffer inTheirOrder(ByteBuffer data, TensorInfo info, TheirNames theirs) {
    if (info.shape().isEmpty()) {
      return data;
    }
    int axis = Math.toIntExact(info.shape().get(info.shape().size() - 1));
    return theirs
        .change()
        .order(axis)
        .map(order -> NamedTensors.ordered(data, inverse(order), info.type().bytes()))
        .orElse(data);
  }

  private static int[] inverse(int... order) {
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    return inverse;
  }
}
