package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Birds of 200 species (Wah et al., CUB-200-2011), {@code mmpretrain.datasets.CUB}: images in
 * {@code images}, and lists {@code images.txt}, {@code image_class_labels.txt} and {@code
 * train_test_split.txt}, whose lines begin with the number of the image.
 */
@Plugin(kind = Kind.DATASET, type = "CUB", summary = "Birds of 200 species")
public final class Cub extends FileDataset {
  private static final int CLASSES = 200;

  /**
   * Options of {@link Cub}.
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
   * @throws IOException if a list is missing or of another form; the message names it
   */
  public Cub(Options options) throws IOException {
    super(options.files().resolve("images"), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    Map<String, String> paths = numbered(options.files().resolve("images.txt"));
    Map<String, String> labels = numbered(options.files().resolve("image_class_labels.txt"));
    Map<String, String> training = numbered(options.files().resolve("train_test_split.txt"));
    if (!paths.keySet().equals(labels.keySet()) || !paths.keySet().equals(training.keySet())) {
      throw new IOException(
          "images.txt, image_class_labels.txt and train_test_split.txt in '%s' have not the same"
                  .formatted(options.files().dataRoot())
              + " numbers of images: take them from one archive of the set");
    }
    String wanted = options.split() == TrainTest.TRAIN ? "1" : "0";
    paths.keySet().removeIf(number -> !training.get(number).equals(wanted));
    List<Integer> chosen = new ArrayList<>();
    for (String number : paths.keySet()) {
      chosen.add(label(number, labels.get(number)));
    }
    return ImageList.labelled(NameList.read("cub.txt"), List.copyOf(paths.values()), chosen)
        .part(options.files().indices());
  }

  /** Labels count from 1 in the list. */
  private static int label(String image, String text) throws IOException {
    int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > CLASSES) {
      throw new IOException(
          "image_class_labels.txt gives the image %s the class '%s': expected 1 to %d"
              .formatted(image, text, CLASSES));
    }
    return number - 1;
  }

  /** The values of a list by the numbers of images, in the order of the list. */
  private static Map<String, String> numbered(Path file) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : AnnotationFile.lines(file)) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        values.put(line.substring(0, blank), line.substring(blank + 1).strip());
      }
    }
    return values;
  }
}
