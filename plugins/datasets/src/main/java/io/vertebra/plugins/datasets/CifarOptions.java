package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Transform;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link Cifar10} and {@link Cifar100}.
 *
 * @param dataRoot the folder of the files
 * @param dataPrefix a folder within it
 * @param split which part of the set to take
 * @param testMode whether to take the test part where {@code split} is left out
 * @param indices which of the images
 * @param pipeline what is done to each image
 */
@ConfigSection
public record CifarOptions(
    @Doc("folder of the binary version of the set, or the one it was unpacked in") @Default("''")
        String dataRoot,
    @Doc("folder within data_root") @Default("''") String dataPrefix,
    @Doc("part of the set; test_mode decides where it is left out") Optional<Split> split,
    @Doc("take the test part where split is left out") @Default("false") boolean testMode,
    @Doc("how many images to take from the start, or with a minus from the end; or a list")
        Optional<Indices> indices,
    @Doc("what is done to each image, first to last") @Default("[]") List<Transform> pipeline) {
  /** Checks that a folder is given. */
  public CifarOptions {
    if (dataRoot.isEmpty() && dataPrefix.isEmpty()) {
      throw new IllegalArgumentException(
          "data_root is missing: set it to the folder of the files, for example data/cifar10");
    }
    pipeline = List.copyOf(pipeline);
  }

  /** The parts of the set. */
  public enum Split {
    /** 50,000 images to learn from. */
    TRAIN,
    /** 10,000 images to test with. */
    TEST
  }

  Path folder() {
    return Path.of(dataRoot).resolve(dataPrefix);
  }

  boolean test() {
    return split.map(part -> part == Split.TEST).orElse(testMode);
  }
}
