package io.vertebra.plugins.datasets;

import io.vertebra.api.image.ImageOps;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.List;

/** Articles of clothing, 28 x 28 grey pixels (Xiao, Rasul and Vollgraf, 2017). */
@Plugin(
    kind = Kind.DATASET,
    type = "FashionMNIST",
    summary = "Articles of clothing of 28 x 28 grey pixels, from IDX files")
public final class FashionMnist extends IdxDataset {
  private static final List<String> CLASSES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  /**
   * Reads the set.
   *
   * @param options where it is and which part to take
   * @param ops gives memory for the images
   * @throws IOException if a file is missing or damaged; the message names it
   */
  public FashionMnist(IdxOptions options, ImageOps ops) throws IOException {
    super(options, ops, CLASSES);
  }
}
