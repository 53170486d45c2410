package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Annotations in the form of OpenMMLab 2.0: a JSON object with {@code metainfo} and a {@code
 * data_list} of objects, each with {@code img_path} and {@code gt_label}.
 */
final class AnnotatedFile {
  private final Path file;
  private final Map<?, ?> metainfo;
  private final List<?> entries;

  private AnnotatedFile(Path file, Map<?, ?> metainfo, List<?> entries) {
    this.file = file;
    this.metainfo = metainfo;
    this.entries = entries;
  }

  /** Makes a target of the label of an entry. */
  @FunctionalInterface
  interface Labels {
    /**
     * Makes the target.
     *
     * @throws IllegalArgumentException if the label is of another form
     */
    Target of(Object label);
  }

  static AnnotatedFile read(Path file) throws IOException {
    if (JsonFile.read(file) instanceof Map<?, ?> all
        && all.get("data_list") instanceof List<?> entries) {
      Map<?, ?> metainfo = all.get("metainfo") instanceof Map<?, ?> map ? map : Map.of();
      return new AnnotatedFile(file, metainfo, entries);
    }
    throw new IOException(
        "'%s' has no data_list: expected an object with metainfo and a data_list of objects, each"
                .formatted(file)
            + " with img_path and gt_label");
  }

  /** A list of names in {@code metainfo}. */
  Optional<List<String>> names(String key) {
    return metainfo.get(key) instanceof List<?> names
        ? Optional.of(names.stream().map(String::valueOf).toList())
        : Optional.empty();
  }

  /** Lists of names in {@code metainfo} by task, where {@code key} is an object of such lists. */
  Map<String, List<String>> namesOfTasks(String key) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    if (metainfo.get(key) instanceof Map<?, ?> tasks) {
      tasks.forEach(
          (task, list) -> {
            if (list instanceof List<?> texts) {
              names.put(task.toString(), texts.stream().map(String::valueOf).toList());
            }
          });
    }
    return names;
  }

  /** The images with their targets. */
  ImageList images(List<String> classes, Labels labels) throws IOException {
    List<String> paths = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!(entries.get(i) instanceof Map<?, ?> entry)
          || !(entry.get("img_path") instanceof String path)) {
        throw new IOException(
            "'%s': data_list[%d] has no img_path: %s".formatted(file, i, entries.get(i)));
      }
      paths.add(path);
      try {
        targets.add(labels.of(entry.get("gt_label")));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            "'%s': gt_label of data_list[%d] is %s: %s"
                .formatted(file, i, entry.get("gt_label"), e.getMessage()),
            e);
      }
    }
    return new ImageList(classes, paths, targets);
  }

  /** A set of labels of a number of classes. */
  static Target set(int classes, Object label) {
    if (label instanceof List<?> labels) {
      return Target.ofLabels(classes, labels.stream().map(AnnotatedFile::index).toList());
    }
    throw new IllegalArgumentException("expected a list of labels");
  }

  /** A label, or a value for each class. */
  static Target task(Object label) {
    if (label instanceof List<?> values) {
      float[] scores = new float[values.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) number(values.get(i));
      }
      return new Target.ManyLabels(scores);
    }
    return Target.of(index(label));
  }

  /** Labels by task, a task within another by both names. */
  static Target tasks(Object label) {
    Map<String, Target> targets = new LinkedHashMap<>();
    collect("", label, targets);
    return new Target.Tasks(targets);
  }

  private static void collect(String prefix, Object label, Map<String, Target> targets) {
    if (!(label instanceof Map<?, ?> tasks)) {
      throw new IllegalArgumentException("expected an object with a label for each task");
    }
    tasks.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?>) {
            collect(prefix + name + ".", value, targets);
          } else {
            targets.put(prefix + name, task(value));
          }
        });
  }

  private static double number(Object value) {
    if (value instanceof Double number) {
      return number;
    }
    throw new IllegalArgumentException("expected a number, but found " + value);
  }

  private static int index(Object value) {
    double number = number(value);
    if (number != Math.rint(number) || number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("expected a label of 0 or more, but found " + number);
    }
    return (int) number;
  }
}
