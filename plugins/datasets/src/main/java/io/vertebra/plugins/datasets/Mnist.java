package io.vertebra.plugins.datasets;

import io.vertebra.api.image.ImageOps;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.List;

/** Handwritten digits, 28 x 28 grey pixels (LeCun et al., 1998). */
@Plugin(
    kind = Kind.DATASET,
    type = "MNIST",
    summary = "Handwritten digits of 28 x 28 grey pixels, from IDX files")
public final class Mnist extends IdxDataset {
  private static final List<String> CLASSES =
      List.of(
          "0 - zero",
          "1 - one",
          "2 - two",
          "3 - three",
          "4 - four",
          "5 - five",
          "6 - six",
          "7 - seven",
          "8 - eight",
          "9 - nine");

  /**
   * Reads the set.
   *
   * @param options where it is and which part to take
   * @param ops gives memory for the images
   * @throws IOException if a file is missing or damaged; the message names it
   */
  public Mnist(IdxOptions options, ImageOps ops) throws IOException {
    super(options, ops, CLASSES);
  }
}
