package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Options of sets of image files that are taken as they were published.
 *
 * @param dataRoot the folder of the set
 * @param indices which of the images
 * @param pipeline what is done to each image
 */
@ConfigSection
public record PublishedOptions(
    @Doc("folder of the set, as it was unpacked") String dataRoot,
    @Doc("how many images to take from the start, or with a minus from the end; or a list")
        Optional<Indices> indices,
    @Doc("what is done to each image, first to last") @Default("[]") List<Transform> pipeline) {
  /** A file or folder of the set. */
  Path resolve(String path) {
    return Path.of(dataRoot).resolve(path);
  }

  Pipeline steps() {
    return new Pipeline(pipeline);
  }
}
