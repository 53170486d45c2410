package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Flowers of 102 kinds (Nilsback and Zisserman, Automated Flower Classification over a Large Number
 * of Classes, 2008), {@code mmpretrain.datasets.Flowers102}: images in {@code jpg}, their classes
 * from 1 in {@code imagelabels.mat}, and the numbers of the images of each part in {@code
 * setid.mat}. The names of the classes are torchvision's.
 */
@Plugin(kind = Kind.DATASET, type = "Flowers102", summary = "Flowers of 102 kinds")
public final class Flowers102 extends FileDataset {
  private static final int CLASSES = 102;

  /**
   * Options of {@link Flowers102}.
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
      return OptionalInt.of(CLASSES);
    }

    /** The variables of {@code setid.mat} that list the images of the part. */
    private List<String> variables() {
      return switch (split) {
        case TRAIN -> List.of("trnid");
        case VAL -> List.of("valid");
        case TRAINVAL -> List.of("trnid", "valid");
        case TEST -> List.of("tstid");
      };
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if a list is missing or of another form; the message names it
   */
  public Flowers102(Options options) throws IOException {
    super(options.files().resolve("jpg"), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    MatVariables parts = MatVariables.read(options.files().resolve("setid.mat"));
    int[] classes = MatVariables.read(options.files().resolve("imagelabels.mat")).numbers("labels");
    List<String> paths = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String variable : options.variables()) {
      for (int image : parts.numbers(variable)) {
        paths.add("image_%05d.jpg".formatted(image));
        labels.add(label(image, classes));
      }
    }
    return ImageList.labelled(NameList.read("flowers102.txt"), paths, labels)
        .part(options.files().indices());
  }

  private static int label(int image, int... classes) throws IOException {
    if (image < 1 || image > classes.length) {
      throw new IOException(
          "setid.mat names the image %d, but imagelabels.mat is of 1 to %d: take both from one"
                  .formatted(image, classes.length)
              + " place");
    }
    int number = classes[image - 1];
    if (number < 1 || number > CLASSES) {
      throw new IOException(
          "imagelabels.mat gives the image %d the class %d: expected 1 to %d"
              .formatted(image, number, CLASSES));
    }
    return number - 1;
  }
}
