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
 * Objects in 101 classes and one of backgrounds (Fei-Fei, Fergus and Perona, 2004), {@code
 * mmpretrain.datasets.Caltech101}: images in {@code 101_ObjectCategories}, and lists {@code
 * meta/train.txt} and {@code meta/test.txt} of paths with labels, which OpenMMLab gives.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "Caltech101",
    summary = "Objects in 101 classes and one of backgrounds")
public final class Caltech101 extends FileDataset {
  /**
   * Options of {@link Caltech101}.
   *
   * @param files where the set is
   * @param split the part of the set
   */
  public record Options(
      @Inline PublishedOptions files, @Doc("part of the set") @Default("train") TrainTest split)
      implements KnownClasses {
    @Override
    public OptionalInt classCount() {
      return OptionalInt.of(102);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if a list is missing or of another form; the message names it
   */
  public Caltech101(Options options) throws IOException {
    super(options.files().resolve("101_ObjectCategories"), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    return AnnotationFile.labelled(
            options.files().resolve("meta/" + options.split().label() + ".txt"),
            Optional.of(NameList.read("caltech101.txt")))
        .part(options.files().indices());
  }
}
