package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Dishes in 101 classes (Bossard, Guillaumin and Van Gool, 2014), {@code
 * mmpretrain.datasets.Food101}: a folder for each class in {@code images}, and lists {@code
 * meta/train.txt} and {@code meta/test.txt} of paths without their ending.
 */
@Plugin(kind = Kind.DATASET, type = "Food101", summary = "Dishes in 101 classes")
public final class Food101 extends FileDataset {
  /**
   * Options of {@link Food101}.
   *
   * @param files where the set is
   * @param split the part of the set
   */
  public record Options(
      @Inline PublishedOptions files, @Doc("part of the set") @Default("train") TrainTest split)
      implements KnownClasses {
    @Override
    public OptionalInt classCount() {
      return OptionalInt.of(101);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if a list is missing or of another form; the message names it
   */
  public Food101(Options options) throws IOException {
    super(options.files().resolve("images"), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    ClassIndex classes = ClassIndex.read("food101.txt");
    return AnnotationFile.listed(
            options.files().resolve("meta/" + options.split().label() + ".txt"),
            Optional.of(classes.names()),
            line -> new AnnotationFile.Entry(line + ".jpg", classes.labelOfFolder(line)))
        .part(options.files().indices());
  }
}
