package io.vertebra.engine.checkpoint;

import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.names.TheirNames;
import io.vertebra.engine.safetensors.TensorSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the arrays of a network are in a file, by the naming that finds most of them and leaves
 * fewest over.
 */
final class FileMatch {
  private final Naming naming;
  private final Map<String, ModelTensor> wanted;
  private final Map<String, TheirNames> found = new LinkedHashMap<>();
  private final Set<String> left;

  private FileMatch(Naming naming, Map<String, ModelTensor> wanted, TensorSource file) {
    this.naming = naming;
    this.wanted = wanted;
    this.left = new HashSet<>(file.names());
    for (String name : wanted.keySet()) {
      Optional<TheirNames> theirs = naming.names(name);
      if (theirs.isPresent()
          && !theirs.get().names().isEmpty()
          && file.names().containsAll(theirs.get().names())) {
        found.put(name, theirs.get());
        left.removeAll(theirs.get().names());
      }
    }
  }

  static FileMatch best(
      TensorSource file,
      Map<String, ModelTensor> wanted,
      List<NameTable> tables,
      String path,
      String prefix) {
    return Naming.all(tables, path, prefix).stream()
        .map(naming -> new FileMatch(naming, wanted, file))
        // Of equals the first is taken, so that a file of ours is never thought another's.
        .min(Comparator.comparingInt(match -> match.unexpected() - 2 * match.found.size()))
        .orElseThrow();
  }

  private int unexpected() {
    return (int) left.stream().filter(name -> naming.reasonToLeave(name).isEmpty()).count();
  }

  Naming naming() {
    return naming;
  }

  Map<String, TheirNames> found() {
    return found;
  }

  /** The tensors of the file under our names. */
  NamedTensors tensors(TensorSource file) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    found.keySet().forEach(name -> shapes.put(name, shape(wanted.get(name))));
    return new NamedTensors(file, found, shapes);
  }

  static List<Long> shape(ModelTensor tensor) {
    return Arrays.stream(tensor.shape().getShape()).boxed().toList();
  }

  /** Whether an array is not taken from the file: a table, or a count that it does not have. */
  boolean computed(String name) {
    ModelTensor tensor = wanted.get(name);
    if (tensor.initial() instanceof Distribution.Computed) {
      return true;
    }
    boolean counts = tensor instanceof Buffer && !tensor.dataType().isFloating();
    return !found.containsKey(name)
        && (counts || naming.names(name).map(theirs -> theirs.names().isEmpty()).orElse(false));
  }

  /** The arrays of the file that nothing asks for, in no order. */
  Set<String> left() {
    return left;
  }
}
