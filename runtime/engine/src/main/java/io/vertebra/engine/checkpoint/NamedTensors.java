package io.vertebra.engine.checkpoint;

import io.vertebra.engine.names.Change;
import io.vertebra.engine.names.Share;
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
    return names.get(name).equals(TheirNames.of(name));
  }

  /** The shape is ours where theirs can be made ours, or else theirs. */
  @Override
  public TensorInfo info(String name) throws IOException {
    List<TensorInfo> parts = parts(name);
    TensorInfo first = parts.get(0);
    if (fits(name, parts)) {
      return new TensorInfo(name, first.type(), shapes.get(name));
    }
    List<Long> shape = new ArrayList<>(first.shape());
    if (parts.size() > 1) {
      shape.set(0, parts.stream().mapToLong(part -> part.shape().get(0)).sum());
    }
    return new TensorInfo(name, first.type(), shape);
  }

  private boolean fits(String name, List<TensorInfo> parts) {
    return names.get(name).fits(parts.stream().map(TensorInfo::shape).toList(), shapes.get(name));
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

  @Override
  public ByteBuffer data(String name) throws IOException {
    List<TensorInfo> parts = parts(name);
    Change change = fits(name, parts) ? names.get(name).change() : Change.NONE;
    if (parts.size() == 1) {
      return data(parts.get(0), names.get(name).share(), change);
    }
    ByteBuffer joined = newBuffer(Math.toIntExact(info(name).bytes()));
    for (TensorInfo part : parts) {
      joined.put(data(part, Share.WHOLE, change));
    }
    return joined.flip();
  }

  private ByteBuffer data(TensorInfo info, Share share, Change change) throws IOException {
    ByteBuffer all = file.data(info.name());
    int length = all.remaining() / share.count();
    ByteBuffer values =
        all.slice(all.position() + (share.number() - 1) * length, length).order(all.order());
    List<Long> shape = share.of(info.shape()).orElse(info.shape());
    return change.toOurs(values, shape, info.type().bytes());
  }

  static ByteBuffer newBuffer(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Leaves the file open: it belongs to another. */
  @Override
  public void close() {}
}
