package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the labels of the names of classes. */
final class ClassIndex {
  private final Map<String, Integer> labels = new LinkedHashMap<>();

  ClassIndex(List<String> names) {
    names.forEach(name -> labels.put(name, labels.size()));
  }

  /** Takes the names of a resource of this bundle. */
  static ClassIndex read(String resource) throws IOException {
    return new ClassIndex(NameList.read(resource));
  }

  /** The names, by label. */
  List<String> names() {
    return List.copyOf(labels.keySet());
  }

  /**
   * The label of a class.
   *
   * @throws IllegalArgumentException if there is no such class
   */
  int label(String name) {
    Integer label = labels.get(name);
    if (label == null) {
      throw new IllegalArgumentException(
          "expected one of the %d classes of the set".formatted(labels.size()));
    }
    return label;
  }

  /**
   * The label of the class whose folder an image is in, {@code CLASS/IMAGE}.
   *
   * @throws IllegalArgumentException if there is no such class
   */
  int labelOfFolder(String path) {
    return label(path.substring(0, Math.max(0, path.indexOf('/'))));
  }
}
