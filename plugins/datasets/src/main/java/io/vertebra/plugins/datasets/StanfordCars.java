package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * Cars of 196 models (Krause et al., 3D Object Representations for Fine-Grained Categorization,
 * 2013), {@code mmpretrain.datasets.StanfordCars}, in either of the forms that it was published in:
 * {@code cars_annos.mat} for all images, or the folders {@code cars_train} and {@code cars_test}
 * with {@code cars_train_annos.mat} and {@code cars_test_annos_withlabels.mat} in {@code devkit}.
 */
@Plugin(kind = Kind.DATASET, type = "StanfordCars", summary = "Cars of 196 models")
public final class StanfordCars extends FileDataset {
  private static final int CLASSES = 196;

  /**
   * Options of {@link StanfordCars}.
   *
   * @param files where the set is
   * @param split the part of the set
   */
  public record Options(
      @Inline PublishedOptions files, @Doc("part of the set") @Default("train") TrainTest split)
      implements KnownClasses {
    @Override
    public OptionalInt classCount() {
      return OptionalInt.of(CLASSES);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if the annotations are missing or of another form; the message names them
   */
  public StanfordCars(Options options) throws IOException {
    super(options.files().resolve(""), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    CarAnnotations annotations = CarAnnotations.read(options.files(), options.split());
    return ImageList.labelled(
            NameList.read("stanfordcars.txt"), annotations.paths(), annotations.labels(CLASSES))
        .part(options.files().indices());
  }
}
