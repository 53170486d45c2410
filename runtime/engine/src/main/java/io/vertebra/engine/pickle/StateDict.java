package io.vertebra.engine.pickle;

import io.vertebra.engine.pickle.Values.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tensors of a state dict within a saved object.
 *
 * @param place the key that it stood under; empty where it is the object
 * @param tensors the tensors by name, without a prefix that all names have from a wrapper
 * @param classes the names of classes that stand beside it
 */
record StateDict(String place, Map<String, TensorRef> tensors, List<String> classes) {
  /** Where libraries put it, those that are meant to be used first. */
  private static final List<String> PLACES =
      List.of(
          "state_dict",
          "model",
          "model_state_dict",
          "net",
          "state_dict_ema",
          "ema_state_dict",
          "model_ema",
          "teacher");

  private static final String WRAPPER = "module.";

  static StateDict find(Object root) throws PickleException {
    if (!(root instanceof Map<?, ?> map)) {
      throw new PickleException(
          "the file holds no dictionary of tensors; save a state dict: torch.save("
              + "model.state_dict(), file)");
    }
    for (String place : PLACES) {
      if (map.get(place) instanceof Map<?, ?> inner && !tensors(inner).isEmpty()) {
        return new StateDict(place, unwrapped(tensors(inner)), classes(map));
      }
    }
    if (tensors(map).isEmpty()) {
      throw new PickleException(
          "the file has no tensors: it has the keys %s, and a state dict is looked for at its top"
                  .formatted(map.keySet().stream().limit(20).toList())
              + " and under "
              + PLACES);
    }
    return new StateDict("", unwrapped(tensors(map)), List.of());
  }

  private static Map<String, TensorRef> tensors(Map<?, ?> map) {
    Map<String, TensorRef> tensors = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (key instanceof String name && value instanceof TensorRef tensor) {
            tensors.put(name, tensor);
          }
        });
    return tensors;
  }

  /** Takes off what DataParallel puts before all names. */
  private static Map<String, TensorRef> unwrapped(Map<String, TensorRef> tensors) {
    if (!tensors.keySet().stream().allMatch(name -> name.startsWith(WRAPPER))) {
      return tensors;
    }
    Map<String, TensorRef> plain = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> plain.put(name.substring(WRAPPER.length()), tensor));
    return plain;
  }

  /** MMPretrain writes meta.dataset_meta.classes, and wrote meta.CLASSES before. */
  private static List<String> classes(Map<?, ?> root) {
    Optional<Map<?, ?>> meta = mapping(root, "meta");
    Object named =
        meta.flatMap(it -> mapping(it, "dataset_meta"))
            .<Object>map(it -> it.get("classes"))
            .or(() -> meta.map(it -> it.get("CLASSES")))
            .orElse(List.of());
    List<?> names = named instanceof Tuple tuple ? tuple.elements() : List.of();
    names = named instanceof List<?> list ? list : names;
    return names.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  private static Optional<Map<?, ?>> mapping(Map<?, ?> map, String key) {
    return map.get(key) instanceof Map<?, ?> inner ? Optional.of(inner) : Optional.empty();
  }
}
