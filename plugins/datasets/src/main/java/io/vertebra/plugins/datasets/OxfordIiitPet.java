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
 * Cats and dogs of 37 breeds (Parkhi et al., 2012), {@code mmpretrain.datasets.OxfordIIITPet}:
 * images in {@code images}, and lists {@code annotations/trainval.txt} and {@code
 * annotations/test.txt} of names without their ending, each with the number of its breed from 1,
 * its species and the number within the species.
 */
@Plugin(kind = Kind.DATASET, type = "OxfordIIITPet", summary = "Cats and dogs of 37 breeds")
public final class OxfordIiitPet extends FileDataset {
  /**
   * Options of {@link OxfordIiitPet}.
   *
   * @param files where the set is
   * @param split the part of the set
   */
  public record Options(
      @Inline PublishedOptions files, @Doc("part of the set") @Default("trainval") Split split)
      implements KnownClasses {
    @Override
    public OptionalInt classCount() {
      return OptionalInt.of(37);
    }
  }

  /** The parts of the set. */
  public enum Split {
    /** 3,680 images to learn from and to validate with. */
    TRAINVAL,
    /** 3,669 images to test with. */
    TEST
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if a list is missing or of another form; the message names it
   */
  public OxfordIiitPet(Options options) throws IOException {
    super(options.files().resolve("images"), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    String list = options.split() == Split.TEST ? "test.txt" : "trainval.txt";
    return AnnotationFile.listed(
            options.files().resolve("annotations/" + list),
            Optional.of(NameList.read("oxfordiiitpet.txt")),
            OxfordIiitPet::entry)
        .part(options.files().indices());
  }

  private static AnnotationFile.Entry entry(String line) {
    String[] parts = line.split("\\s+", -1);
    if (parts.length != 4 || !parts[1].matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException("expected a name, the number of its breed, two numbers");
    }
    return new AnnotationFile.Entry(parts[0] + ".jpg", Integer.parseInt(parts[1]) - 1);
  }
}
