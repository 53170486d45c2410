package io.vertebra.engine.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertebra.engine.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes safetensors files. Tensors are written one by one, wider types first, so that every
 * element lies at a multiple of its size.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /** Gives the bytes of a tensor when its turn has come. */
  @FunctionalInterface
  public interface Data {
    /**
     * Writes the bytes of the tensor in little-endian C order, exactly as many as its type and
     * shape take.
     *
     * @param out takes every byte that it is given before it returns
     * @throws IOException if they cannot be had or written
     */
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /**
   * A tensor to be written.
   *
   * @param info name, type and shape
   * @param data its bytes
   */
  public record Tensor(TensorInfo info, Data data) {
    /**
     * Returns a tensor whose bytes are in a buffer.
     *
     * @param info name, type and shape
     * @param bytes the bytes from position to limit, in little-endian C order; they are not changed
     * @return the tensor
     */
    public static Tensor of(TensorInfo info, ByteBuffer bytes) {
      return new Tensor(info, out -> out.write(bytes.duplicate()));
    }
  }

  /**
   * Writes a file, replacing one of that name at the end in one step.
   *
   * @param file the file; its folder exists
   * @param metadata texts by name, may be empty
   * @param tensors the tensors, with unique names
   * @throws IOException if it cannot be written or a tensor gives too few or too many bytes; a file
   *     of that name is then as it was before
   */
  public static void write(Path file, Map<String, String> metadata, List<Tensor> tensors)
      throws IOException {
    List<Tensor> ordered =
        tensors.stream()
            .sorted(Comparator.comparingInt((Tensor t) -> t.info().type().bytes()).reversed())
            .toList();
    Header header = Header.of(ordered.stream().map(Tensor::info).toList(), metadata);
    AtomicFile.write(
        file,
        channel -> {
          CountingChannel out = new CountingChannel(channel);
          out.write(head(header));
          for (Tensor tensor : ordered) {
            write(tensor, out);
          }
        });
  }

  private static void write(Tensor tensor, CountingChannel out) throws IOException {
    long begin = out.count();
    tensor.data().writeTo(out);
    long written = out.count() - begin;
    if (written != tensor.info().bytes()) {
      throw new IOException(
          "the tensor '%s' gave %d bytes; %s %s takes %d"
              .formatted(
                  tensor.info().name(),
                  written,
                  tensor.info().type(),
                  tensor.info().shape(),
                  tensor.info().bytes()));
    }
  }

  /** Returns the length of the header and the header, filled up with spaces. */
  private static ByteBuffer head(Header header) {
    byte[] json = HeaderPrinter.write(header).getBytes(UTF_8);
    int padding = Math.floorMod(-json.length, ALIGNMENT);
    ByteBuffer head =
        ByteBuffer.allocate(Long.BYTES + json.length + padding).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(json.length + padding).put(json);
    while (head.hasRemaining()) {
      head.put((byte) ' ');
    }
    return head.flip();
  }
}
