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
 * Textures in 47 classes (Cimpoi et al., 2014): a folder for each class in {@code images}, and
 * lists of paths in {@code labels}, of which those of the first of ten partitions are taken, as
 * {@code torchvision.datasets.DTD} does. MMPretrain reads the partition from {@code imdb/imdb.mat}.
 */
@Plugin(kind = Kind.DATASET, type = "DTD", summary = "Textures in 47 classes")
public final class Dtd extends FileDataset {
  /**
   * Options of {@link Dtd}.
   *
   * @param files where the set is
   * @param split the part of the set
   */
  public record Options(
      @Inline PublishedOptions files,
      @Doc("part of the set") @Default("trainval") TrainValTest split)
      implements KnownClasses {
    @Override
    public OptionalInt classCount() {
      return OptionalInt.of(47);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if a list is missing or of another form; the message names it
   */
  public Dtd(Options options) throws IOException {
    super(options.files().resolve("images"), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    ClassIndex classes = ClassIndex.read("dtd.txt");
    ImageList images =
        options.split() == TrainValTest.TRAINVAL
            ? part(options, TrainValTest.TRAIN, classes)
                .and(part(options, TrainValTest.VAL, classes))
            : part(options, options.split(), classes);
    return images.part(options.files().indices());
  }

  private static ImageList part(Options options, TrainValTest split, ClassIndex classes)
      throws IOException {
    return AnnotationFile.listed(
        options.files().resolve("labels/" + split.label() + "1.txt"),
        Optional.of(classes.names()),
        line -> new AnnotationFile.Entry(line, classes.labelOfFolder(line)));
  }
}
