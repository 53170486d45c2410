package io.vertebra.engine.checkpoint;

import io.vertebra.engine.names.Change;
import io.vertebra.engine.names.TheirNames;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tensors of a file under our names, joined, shaped and ordered as ours. */
final class NamedTensors implements TensorSource {
  private final TensorSource file;
  private final Map<String, TheirNames> names;
  private final Map<String, List<Long>> shapes;

  /**
   * Makes a view.
   *
   * @param file the file; stays with the caller
   * @param names what each of ours is made of; all of it is in the file
   * @param shapes the shape that each of ours should have
   */
  NamedTensors(TensorSource file, Map<String, TheirNames> names, Map<String, List<Long>> shapes) {
    this.file = file;
    this.names = new LinkedHashMap<>(names);
    this.shapes = Map.copyOf(shapes);
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(names.keySet());
  }

  /** Whether the bytes of one tensor are taken as they are. */
  boolean unchanged(String name) {
    TheirNames theirs = names.get(name);
    return theirs.names().equals(List.of(name)) && theirs.change() == Change.NONE;
  }

  @Override
  public TensorInfo info(String name) throws IOException {
    List<TensorInfo> parts = parts(name);
    TensorInfo first = parts.get(0);
    List<Long> shape = new ArrayList<>(first.shape());
    if (parts.size() > 1) {
      shape.set(0, parts.stream().mapToLong(part -> part.shape().get(0)).sum());
    }
    return new TensorInfo(name, first.type(), fits(name, shape) ? shapes.get(name) : shape);
  }

  private List<TensorInfo> parts(String name) throws IOException {
    List<TensorInfo> parts = new ArrayList<>();
    for (String each : names.get(name).names()) {
      parts.add(file.info(each));
    }
    TensorInfo first = parts.get(0);
    for (TensorInfo part : parts) {
      boolean joins =
          part.type() == first.type() && !part.shape().isEmpty() && rest(part).equals(rest(first));
      if (parts.size() > 1 && !joins) {
        throw new CheckpointException(
            "%s and %s of the file do not join to %s".formatted(first.name(), part.name(), name));
      }
    }
    return parts;
  }

  private static List<Long> rest(TensorInfo info) {
    return info.shape().subList(1, info.shape().size());
  }

  /** Whether a shape of the file is ours but for axes of one, or for the change of the rule. */
  private boolean fits(String name, List<Long> shape) {
    List<Long> ours = shapes.get(name);
    return withoutOnes(shape).equals(withoutOnes(ours))
        || names.get(name).change().theirShape(ours).equals(shape);
  }

  private static List<Long> withoutOnes(List<Long> shape) {
    return shape.stream().filter(length -> length != 1).toList();
  }

  @Override
  public ByteBuffer data(String name) throws IOException {
    TensorInfo info = info(name);
    ByteBuffer joined = joined(names.get(name).names(), info);
    int axis =
        info.shape().isEmpty() ? 1 : Math.toIntExact(info.shape().get(info.shape().size() - 1));
    Optional<int[]> order = names.get(name).change().order(axis);
    return order.isPresent() ? ordered(joined, order.get(), info.type().bytes()) : joined;
  }

  private ByteBuffer joined(List<String> parts, TensorInfo info) throws IOException {
    if (parts.size() == 1) {
      return file.data(parts.get(0));
    }
    ByteBuffer joined = newBuffer(Math.toIntExact(info.bytes()));
    for (String part : parts) {
      joined.put(file.data(part));
    }
    return joined.flip();
  }

  /** Puts the elements of each row into another order. */
  static ByteBuffer ordered(ByteBuffer rows, int[] order, int bytes) {
    ByteBuffer target = newBuffer(rows.remaining());
    int row = order.length * bytes;
    for (int start = rows.position(); start < rows.limit(); start += row) {
      for (int place : order) {
        target.put(rows.slice(start + place * bytes, bytes));
      }
    }
    return target.flip();
  }

  static ByteBuffer newBuffer(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Leaves the file open: it belongs to another. */
  @Override
  public void close() {}
}
