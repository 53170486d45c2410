package io.vertebra.engine.checkpoint;

import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.names.Share;
import io.vertebra.engine.names.TheirNames;
import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects arrays of ours as those of another library, in the order in which they come. */
final class NamedOutput {
  private final Optional<NameTable> table;
  private final Map<String, Target> targets = new LinkedHashMap<>();

  NamedOutput(Optional<NameTable> table) {
    this.table = table;
  }

  /** An array of theirs, and where its parts come from. What no part of ours fills is zero. */
  private record Target(TensorInfo info, int count, Map<Integer, Piece> parts) {
    private void writeTo(WritableByteChannel out) throws IOException {
      int length = Math.toIntExact(info.bytes() / count);
      for (int i = 1; i <= count; i++) {
        Piece piece = parts.get(i);
        out.write(piece == null ? ByteBuffer.allocate(length) : piece.bytes());
      }
    }
  }

  /** What an array of ours gives: the piece of a number, in their order. */
  private record Piece(TensorSource ours, String name, TheirNames theirs, int number) {
    private List<Long> shape() throws IOException {
      return theirs.piece(ours.info(name).shape()).orElseThrow();
    }

    private ByteBuffer bytes() throws IOException {
      ByteBuffer all = ours.data(name);
      int length = all.remaining() / theirs.names().size();
      ByteBuffer piece = all.slice(all.position() + number * length, length).order(all.order());
      return theirs.change().toTheirs(piece, shape(), ours.info(name).type().bytes());
    }
  }

  /** Adds an array of ours, unless they do not save it. */
  void add(TensorSource ours, String name) throws IOException {
    TheirNames theirs = theirs(name);
    for (int i = 0; i < theirs.names().size(); i++) {
      add(theirs.names().get(i), new Piece(ours, name, theirs, i));
    }
  }

  private TheirNames theirs(String name) throws CheckpointException {
    if (table.isEmpty()) {
      return TheirNames.of(name);
    }
    return table
        .get()
        .names(name)
        .orElseThrow(
            () ->
                new CheckpointException(
                    "%s has no name for %s of this network"
                        .formatted(table.get().library(), name)));
  }

  private void add(String theirName, Piece piece) throws IOException {
    Share share = piece.theirs().share();
    List<Long> shape = piece.shape();
    List<Long> part =
        piece
            .theirs()
            .change()
            .theirShape(shape)
            .orElseThrow(
                () ->
                    new CheckpointException(
                        ("names of %s are read, but not written: the shape of its %s does not"
                                + " follow from %s %s")
                            .formatted(
                                table.map(NameTable::library).orElse(""),
                                theirName,
                                piece.name(),
                                shape)));
    ElementType type = piece.ours().info(piece.name()).type();
    TensorInfo info = new TensorInfo(theirName, type, share.whole(part));
    targets
        .computeIfAbsent(theirName, key -> new Target(info, share.count(), new LinkedHashMap<>()))
        .parts()
        .put(share.number(), piece);
  }

  /** The arrays of theirs. */
  List<SafetensorsWriter.Tensor> tensors() {
    List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
    targets
        .values()
        .forEach(
            target -> tensors.add(new SafetensorsWriter.Tensor(target.info(), target::writeTo)));
    return tensors;
  }
}
