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
 * Scenes in 397 classes (Xiao et al., 2010), {@code mmpretrain.datasets.SUN397}: images in {@code
 * SUN397}, and lists {@code Partitions/Training_01.txt} and {@code Partitions/Testing_01.txt} of
 * paths, {@code /a/apartment_building/outdoor/sun_a.jpg}.
 */
@Plugin(kind = Kind.DATASET, type = "SUN397", summary = "Scenes in 397 classes")
public final class Sun397 extends FileDataset {
  /**
   * Options of {@link Sun397}.
   *
   * @param files where the set is
   * @param split the part of the set
   */
  public record Options(
      @Inline PublishedOptions files, @Doc("part of the set") @Default("train") TrainTest split)
      implements KnownClasses {
    @Override
    public OptionalInt classCount() {
      return OptionalInt.of(397);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if a list is missing or of another form; the message names it
   */
  public Sun397(Options options) throws IOException {
    super(options.files().resolve("SUN397"), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    ClassIndex classes = ClassIndex.read("sun397.txt");
    String list = options.split() == TrainTest.TRAIN ? "Training_01.txt" : "Testing_01.txt";
    return AnnotationFile.listed(
            options.files().resolve("Partitions/" + list),
            Optional.of(classes.names()),
            line -> entry(line, classes))
        .part(options.files().indices());
  }

  /** A path below a folder of the first letter; folders within folders make one class. */
  private static AnnotationFile.Entry entry(String line, ClassIndex classes) {
    String path = line.substring(line.startsWith("/") ? 1 : 0);
    int from = path.indexOf('/') + 1;
    int to = path.lastIndexOf('/');
    String name = from <= to ? path.substring(from, to).replace('/', '_') : "";
    return new AnnotationFile.Entry(path, classes.label(name));
  }
}
