package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Things and animals, 32 x 32 colour pixels in ten classes (Krizhevsky, 2009), from the binary
 * version.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "CIFAR10",
    summary = "32 x 32 colour pixels in 10 classes, from the binary version")
public final class Cifar10 extends CifarDataset {
  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  /**
   * Options of {@link Cifar10}.
   *
   * @param files where the set is and which part to take
   */
  public record Options(@Inline CifarOptions files) implements KnownClasses {
    @Override
    public OptionalInt classCount() {
      return OptionalInt.of(10);
    }
  }

  /**
   * Reads the set.
   *
   * @param options where it is and which part to take
   * @param ops gives memory for the images
   * @throws IOException if a file is missing or damaged; the message names it
   */
  public Cifar10(Options options, ImageOps ops) throws IOException {
    super(options.files(), ops, CLASSES, files(options.files()));
  }

  private static List<CifarFile> files(CifarOptions options) throws IOException {
    List<String> names =
        options.test()
            ? List.of("test_batch.bin")
            : List.of(
                "data_batch_1.bin",
                "data_batch_2.bin",
                "data_batch_3.bin",
                "data_batch_4.bin",
                "data_batch_5.bin");
    List<CifarFile> files = new ArrayList<>();
    for (String name : names) {
      files.add(CifarFile.read(options.folder(), "cifar-10-batches-bin", name, 1));
    }
    return files;
  }
}
