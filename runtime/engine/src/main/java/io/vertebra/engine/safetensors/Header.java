package io.vertebra.engine.safetensors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tensors of a file with their places, and its metadata. */
record Header(Map<String, Entry> tensors, Map<String, String> metadata) {
  /** The longest header that is read, as in the format's own library. */
  static final int MAX_BYTES = 100_000_000;

  static final String METADATA = "__metadata__";

  /** A tensor and the place of its bytes behind the header, the end excluded. */
  record Entry(TensorInfo info, long begin, long end) {}

  /**
   * Checks that the tensors fill the data of the file in order, without gap and overlap.
   *
   * @param dataBytes the number of bytes behind the header
   * @throws IllegalArgumentException with what is wrong
   */
  void check(long dataBytes) {
    List<Entry> entries = new ArrayList<>(tensors.values());
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long position = 0;
    for (Entry entry : entries) {
      checkPlace(entry, position, dataBytes);
      position = entry.end();
    }
    if (position != dataBytes) {
      throw new IllegalArgumentException(
          "the tensors end at byte %d of %d bytes of data".formatted(position, dataBytes));
    }
  }

  private static void checkPlace(Entry entry, long position, long dataBytes) {
    String tensor =
        "the tensor '%s' at bytes [%d, %d) "
            .formatted(entry.info().name(), entry.begin(), entry.end());
    if (entry.end() - entry.begin() != entry.info().bytes()) {
      throw new IllegalArgumentException(
          tensor
              + "does not have the %d bytes that %s %s takes"
                  .formatted(entry.info().bytes(), entry.info().type(), entry.info().shape()));
    } else if (entry.end() > dataBytes) {
      throw new IllegalArgumentException(
          tensor + "reaches beyond the %d bytes of data in the file".formatted(dataBytes));
    } else if (entry.begin() < position) {
      throw new IllegalArgumentException(tensor + "overlaps the one before it");
    } else if (entry.begin() > position) {
      throw new IllegalArgumentException(
          tensor + "leaves a gap behind byte %d".formatted(position));
    }
  }

  /** Returns a header for tensors in the given order, one behind the other. */
  static Header of(List<TensorInfo> infos, Map<String, String> metadata) {
    Map<String, Entry> tensors = new LinkedHashMap<>();
    long position = 0;
    for (TensorInfo info : infos) {
      Entry entry = new Entry(info, position, Math.addExact(position, info.bytes()));
      if (info.name().equals(METADATA) || tensors.put(info.name(), entry) != null) {
        throw new IllegalArgumentException(
            "The tensor name '" + info.name() + "' is used twice or reserved");
      }
      position = entry.end();
    }
    return new Header(tensors, metadata);
  }
}
