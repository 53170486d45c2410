package io.vertebra.engine.pickle;

import io.vertebra.engine.pickle.Values.None;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of {@code torch.save} before version 1.6: pickles of a magic number, the version, the
 * system and the object, then the names of the storages, then each storage behind its length.
 */
final class LegacyFile implements Storages {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long VERSION = 1001;

  /** No object of weights has a description as long as this; storages do not count. */
  private static final int LONGEST = 256 << 20;

  private final FileChannel channel;
  private final StorageIds ids = new StorageIds();
  private final Map<String, Long> places = new LinkedHashMap<>();
  private final Object root;

  private LegacyFile(FileChannel channel) throws IOException {
    this.channel = channel;
    ByteBuffer head =
        channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), LONGEST));
    checkSystem(head);
    this.root = load(head);
    Object keys = load(head);
    findPlaces(Globals.elements(keys), head.position());
  }

  static LegacyFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new LegacyFile(channel);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private Object load(ByteBuffer bytes) throws PickleException {
    return new Unpickler(new PickleInput(bytes), ids).load();
  }

  private void checkSystem(ByteBuffer head) throws PickleException {
    if (!MAGIC.equals(load(head))) {
      throw new PickleException(
          "the file is a pickle that torch.save did not write; only state dicts of torch.save are"
              + " read");
    }
    Object version = load(head);
    if (!version.equals(VERSION)) {
      throw new PickleException("the file has the format " + version + ", not " + VERSION);
    }
    if (load(head) instanceof Map<?, ?> system
        && Boolean.FALSE.equals(system.get("little_endian"))) {
      throw new PickleException("the file was written on a big-endian machine, which is not read");
    }
  }

  private void findPlaces(List<Object> keys, long start) throws IOException {
    long position = start;
    for (Object key : keys) {
      StorageRef storage = ids.root(key instanceof None ? "" : key.toString());
      ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      if (channel.read(length, position) < Long.BYTES) {
        throw truncated(storage);
      }
      long bytes = Math.multiplyExact(storage.elements(), storage.type().bytes());
      if (length.flip().getLong() != storage.elements()
          || position + Long.BYTES + bytes > channel.size()) {
        throw truncated(storage);
      }
      places.put(storage.key(), position + Long.BYTES);
      position += Long.BYTES + bytes;
    }
  }

  private static PickleException truncated(StorageRef storage) {
    return new PickleException(
        "the storage '%s' of %d elements is not whole: the file is damaged or incomplete"
            .formatted(storage.key(), storage.elements()));
  }

  /** The object that was saved. */
  Object root() {
    return root;
  }

  @Override
  public ByteBuffer bytes(StorageRef storage) throws IOException {
    Long place = places.get(storage.key());
    if (place == null) {
      throw new PickleException("the file has no storage '" + storage.key() + "'");
    }
    long length = storage.elements() * storage.type().bytes();
    if (length > Integer.MAX_VALUE) {
      throw new PickleException(
          "a storage has %d bytes; at most %d can be mapped".formatted(length, Integer.MAX_VALUE));
    }
    return channel.map(FileChannel.MapMode.READ_ONLY, place, length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
