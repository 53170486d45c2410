package io.vertebra.cli.result;

import io.vertebra.api.data.Target;
import io.vertebra.engine.numpy.NumpyArray;
import io.vertebra.engine.safetensors.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Results as two arrays of NumPy: {@code NAME.npy} has the scores, float32, N x classes, and {@code
 * NAME.labels.npy} the labels, int64, N, or float32, N x classes, where there may be several. -1
 * stands for what is not known.
 */
final class NumpyResults {
  private static final String ENDING = ".npy";

  private NumpyResults() {}

  /** The file of the labels. */
  static Path labelsFile(Path scores) {
    String name = scores.getFileName().toString();
    return scores.resolveSibling(
        name.substring(0, name.length() - ENDING.length()) + ".labels" + ENDING);
  }

  static NumpyArray scores(Results results) {
    List<Result> entries = results.entries();
    int classes = entries.isEmpty() ? 0 : entries.get(0).size();
    ByteBuffer values = buffer(entries.size() * classes, Float.BYTES);
    for (Result result : entries) {
      for (int i = 0; i < classes; i++) {
        values.putFloat(result.score(i));
      }
    }
    return new NumpyArray(ElementType.F32, shape(entries.size(), classes), values.flip());
  }

  private static ByteBuffer buffer(int values, int width) {
    return ByteBuffer.allocate(Math.multiplyExact(values, width)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static List<Long> shape(int... lengths) {
    return Arrays.stream(lengths).asLongStream().boxed().toList();
  }

  static NumpyArray labels(Results results) throws IOException {
    List<Result> entries = results.entries();
    if (entries.stream().anyMatch(result -> result.target() instanceof Target.Tasks)) {
      throw new IOException(".npy holds the labels of one task: write .json or .jsonl");
    }
    boolean several =
        entries.stream().anyMatch(result -> result.target() instanceof Target.ManyLabels);
    return several ? sets(entries) : indices(entries);
  }

  private static NumpyArray indices(List<Result> entries) {
    ByteBuffer values = buffer(entries.size(), Long.BYTES);
    for (Result result : entries) {
      values.putLong(result.target() instanceof Target.OneLabel one ? one.label() : -1);
    }
    return new NumpyArray(ElementType.I64, shape(entries.size()), values.flip());
  }

  private static NumpyArray sets(List<Result> entries) {
    int classes = entries.get(0).size();
    ByteBuffer values = buffer(entries.size() * classes, Float.BYTES);
    for (Result result : entries) {
      for (int label = 0; label < classes; label++) {
        values.putFloat(score(result.target(), label));
      }
    }
    return new NumpyArray(ElementType.F32, shape(entries.size(), classes), values.flip());
  }

  private static float score(Target target, int label) {
    if (target instanceof Target.ManyLabels many) {
      return many.score(label);
    }
    if (target instanceof Target.OneLabel one) {
      return one.label() == label ? 1 : 0;
    }
    return -1;
  }

  static Results read(Path file) throws IOException {
    NumpyArray scores = NumpyArray.read(file);
    Path labelsFile = labelsFile(file);
    NumpyArray labels = NumpyArray.read(labelsFile);
    if (scores.shape().size() != 2 || scores.type() != ElementType.F32) {
      throw new IOException("'" + file + "' has no scores: expected float32 of N x classes");
    }
    int samples = Math.toIntExact(scores.shape().get(0));
    int classes = Math.toIntExact(scores.shape().get(1));
    boolean several = labels.type() == ElementType.F32;
    if (!several && labels.type() != ElementType.I64) {
      throw new IOException(
          "'%s' has labels of type %s: expected int64, or float32 where there may be several"
              .formatted(labelsFile, labels.type()));
    }
    if (labels.size() != (several ? samples * classes : samples)) {
      throw new IOException(
          "'%s' has %d labels for %d images of %d classes in '%s'"
              .formatted(labelsFile, labels.size(), samples, classes, file));
    }
    Results results = new Results();
    for (int i = 0; i < samples; i++) {
      Target target =
          several
              ? new Target.ManyLabels(row(labels, i, classes))
              : label(labels.values().getLong(i * Long.BYTES));
      results.add(new Result(file + "[" + i + "]", target, row(scores, i, classes)), Map.of());
    }
    return results;
  }

  private static Target label(long label) {
    return label < 0 ? Target.UNKNOWN : Target.of(Math.toIntExact(label));
  }

  private static float[] row(NumpyArray array, int row, int classes) {
    float[] values = new float[classes];
    for (int i = 0; i < classes; i++) {
      values[i] = array.values().getFloat((row * classes + i) * Float.BYTES);
    }
    return values;
  }
}
