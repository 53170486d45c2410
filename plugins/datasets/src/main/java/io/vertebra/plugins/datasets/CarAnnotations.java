package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of the Stanford Cars says of the images of a part: {@code annotations} with the
 * fields {@code class} from 1, and {@code fname}, or {@code relative_im_path} and {@code test}.
 *
 * @param file the file
 * @param paths the images, below the folder of the set
 * @param classes the number of the class of each
 */
record CarAnnotations(Path file, List<String> paths, List<Integer> classes) {
  private static final String ALL = "cars_annos.mat";

  /**
   * Reads the annotations of a part from the file that is there.
   *
   * @throws IOException if there is none, or one of another form
   */
  static CarAnnotations read(PublishedOptions files, TrainTest split) throws IOException {
    Path all = files.resolve(ALL);
    if (Files.exists(all)) {
      return read(all, "", Optional.of(split));
    }
    Path ofPart = files.resolve("devkit/" + name(split));
    if (!Files.exists(ofPart)) {
      throw new IOException(
          "There is neither '%s' nor 'devkit/%s' in '%s': unpack the published files there, or"
                  .formatted(ALL, name(split), Path.of(files.dataRoot()).toAbsolutePath())
              + " point data_root to where they are");
    }
    return read(ofPart, "cars_" + split.label() + "/", Optional.empty());
  }

  private static String name(TrainTest split) {
    return split == TrainTest.TRAIN ? "cars_train_annos.mat" : "cars_test_annos_withlabels.mat";
  }

  /** Takes the images of a part, or all where the file is of one part. */
  private static CarAnnotations read(Path file, String prefix, Optional<TrainTest> part)
      throws IOException {
    MatRecords records = MatVariables.read(file).records("annotations");
    String pathField = part.isPresent() ? "relative_im_path" : "fname";
    List<String> paths = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      if (part.isEmpty() || part.get() == part(records, i)) {
        paths.add(prefix + records.text(pathField, i));
        classes.add(records.number("class", i));
      }
    }
    return new CarAnnotations(file, paths, classes);
  }

  private static TrainTest part(MatRecords records, int record) throws IOException {
    return records.number("test", record) == 1 ? TrainTest.TEST : TrainTest.TRAIN;
  }

  /**
   * The labels of the images, which count from 0.
   *
   * @throws IOException if one is not of as many classes
   */
  List<Integer> labels(int count) throws IOException {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      int number = classes.get(i);
      if (number < 1 || number > count) {
        throw new IOException(
            "'%s' gives the image '%s' the class %d: expected 1 to %d"
                .formatted(file, paths.get(i), number, count));
      }
      labels.add(number - 1);
    }
    return labels;
  }
}
