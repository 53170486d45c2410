package io.vertebra.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.names.NameTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What weights are loaded into.
 *
 * @param model the whole model
 * @param state its arrays; stay with the caller
 * @param tables what other libraries call its weights
 * @param path what the names of the part start with that is loaded; empty for all of it
 */
public record WeightTarget(Module model, ModelState state, List<NameTable> tables, String path) {
  /** Makes a target that does not change. */
  public WeightTarget {
    tables = List.copyOf(tables);
  }

  /**
   * A part of it.
   *
   * @param part what the names of the part start with, with the last dot
   * @return the same model, of which the part alone is loaded
   */
  public WeightTarget part(String part) {
    return new WeightTarget(model, state, tables, part);
  }

  /** The saved tensors that are loaded, by their names in the whole model. */
  Map<String, ModelTensor> tensors() {
    return saved(model, path);
  }

  /** The saved tensors of a model whose names start so. */
  static Map<String, ModelTensor> saved(Module model, String path) {
    Map<String, ModelTensor> wanted = new LinkedHashMap<>();
    model
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (tensor.persistent() && name.startsWith(path)) {
                wanted.put(name, tensor);
              }
            });
    return wanted;
  }

  NDArray array(ModelTensor tensor) {
    return state.get(tensor);
  }
}
