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
 * Aircraft of 100 variants (Maji et al., 2013), {@code mmpretrain.datasets.FGVCAircraft}: images in
 * {@code data/images}, and lists {@code data/images_variant_*.txt} of names without their ending,
 * each with its variant.
 */
@Plugin(kind = Kind.DATASET, type = "FGVCAircraft", summary = "Aircraft of 100 variants")
public final class FgvcAircraft extends FileDataset {
  /**
   * Options of {@link FgvcAircraft}.
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
      return OptionalInt.of(100);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if a list is missing or of another form; the message names it
   */
  public FgvcAircraft(Options options) throws IOException {
    super(options.files().resolve("data/images"), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    ClassIndex classes = ClassIndex.read("fgvcaircraft.txt");
    return AnnotationFile.listed(
            options.files().resolve("data/images_variant_" + options.split().label() + ".txt"),
            Optional.of(classes.names()),
            line -> entry(line, classes))
        .part(options.files().indices());
  }

  private static AnnotationFile.Entry entry(String line, ClassIndex classes) {
    String[] parts = line.split("\\s+", 2);
    return new AnnotationFile.Entry(parts[0] + ".jpg", classes.label(parts[parts.length - 1]));
  }
}
