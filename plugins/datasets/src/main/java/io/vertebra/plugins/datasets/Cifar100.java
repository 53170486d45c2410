package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * Things and living beings, 32 x 32 colour pixels in a hundred classes (Krizhevsky, 2009), from the
 * binary version. Labels are the fine ones.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "CIFAR100",
    summary = "32 x 32 colour pixels in 100 classes, from the binary version")
public final class Cifar100 extends CifarDataset {
  /** A coarse label, then a fine one. */
  private static final int LABEL_BYTES = 2;

  /**
   * Options of {@link Cifar100}.
   *
   * @param files where the set is and which part to take
   */
  public record Options(@Inline CifarOptions files) implements KnownClasses {
    @Override
    public OptionalInt classCount() {
      return OptionalInt.of(100);
    }
  }

  /**
   * Reads the set.
   *
   * @param options where it is and which part to take
   * @param ops gives memory for the images
   * @throws IOException if a file is missing or damaged; the message names it
   */
  public Cifar100(Options options, ImageOps ops) throws IOException {
    super(
        options.files(),
        ops,
        NameList.read("cifar100.txt"),
        List.of(
            CifarFile.read(
                options.files().folder(),
                "cifar-100-binary",
                options.files().test() ? "test.bin" : "train.bin",
                LABEL_BYTES)));
  }
}
