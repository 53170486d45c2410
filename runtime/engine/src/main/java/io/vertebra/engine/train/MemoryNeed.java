package io.vertebra.engine.train;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What memory is wanted for, and what would want less of it.
 *
 * @param what what is to fit, as the beginning of a sentence
 * @param remedies what may be given instead, the first one first
 */
public record MemoryNeed(String what, List<String> remedies) {
  private static final String SMALLER_IMAGES = "smaller images by the pipeline";

  /** Checks that nothing is missing. */
  public MemoryNeed {
    requireNonNull(what, "what is null");
    remedies = List.copyOf(remedies);
  }

  /**
   * The need of a batch that is trained on.
   *
   * @param batchSize its images
   * @return the need
   */
  static MemoryNeed training(int batchSize) {
    return ofBatch(
        batchSize,
        " (with twice the accumulative_counts of optim_wrapper an update sees as many images)",
        "precision: bfloat16 where it is float32",
        "with_cp: true in a backbone that has it, which computes twice what it does not keep",
        SMALLER_IMAGES);
  }

  /**
   * The need of a batch that passes through the network and of which nothing is kept.
   *
   * @param batchSize its images
   * @return the need
   */
  static MemoryNeed passing(int batchSize) {
    return ofBatch(batchSize, "", SMALLER_IMAGES);
  }

  private static MemoryNeed ofBatch(int batchSize, String note, String... others) {
    List<String> remedies = new ArrayList<>();
    if (batchSize > 1) {
      remedies.add("a smaller batch_size, such as " + batchSize / 2 + note);
    }
    remedies.addAll(List.of(others));
    String images = batchSize == 1 ? "image" : "images";
    return new MemoryNeed("a batch of " + batchSize + " " + images, remedies);
  }

  /**
   * The need of what is there whatever the batches are.
   *
   * @param arrays what it is, such as {@code the network}
   * @return the need
   */
  public static MemoryNeed lasting(String arrays) {
    return new MemoryNeed(
        arrays, List.of("a smaller network", "another --device that has more memory"));
  }
}
