package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Options of {@link Mnist} and {@link FashionMnist}.
 *
 * @param dataRoot the folder of the files
 * @param dataPrefix a folder within it
 * @param split which part of the set to take
 * @param testMode whether to take the test part where {@code split} is left out
 * @param indices which of the images
 * @param pipeline what is done to each image
 */
@ConfigSection
public record IdxOptions(
    @Doc("folder of the four IDX files, each plain or as .gz") @Default("''") String dataRoot,
    @Doc("folder within data_root") @Default("''") String dataPrefix,
    @Doc("part of the set; test_mode decides where it is left out") Optional<Split> split,
    @Doc("take the test part where split is left out") @Default("false") boolean testMode,
    @Doc("how many images to take from the start, or with a minus from the end; or a list")
        Optional<Indices> indices,
    @Doc("what is done to each image, first to last") @Default("[]") List<Transform> pipeline)
    implements KnownClasses {
  /** Checks that a folder is given. */
  public IdxOptions {
    if (dataRoot.isEmpty() && dataPrefix.isEmpty()) {
      throw new IllegalArgumentException(
          "data_root is missing: set it to the folder of the files, for example data/mnist");
    }
    pipeline = List.copyOf(pipeline);
  }

  /** The parts of the set. */
  public enum Split {
    /** 60,000 images to learn from. */
    TRAIN("train"),
    /** 10,000 images to test with. */
    TEST("t10k");

    private final String filePrefix;

    Split(String filePrefix) {
      this.filePrefix = filePrefix;
    }

    String imagesFile() {
      return filePrefix + "-images-idx3-ubyte";
    }

    String labelsFile() {
      return filePrefix + "-labels-idx1-ubyte";
    }
  }

  /** Counts ten classes, which both sets have. */
  @Override
  public OptionalInt classCount() {
    return OptionalInt.of(10);
  }

  Path folder() {
    return Path.of(dataRoot).resolve(dataPrefix);
  }

  Split part() {
    return split.orElse(testMode ? Split.TEST : Split.TRAIN);
  }
}
