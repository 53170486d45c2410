package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Transform;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Options of data sets whose annotations are JSON.
 *
 * @param annFile the annotations
 * @param dataRoot the folder that the other paths are in
 * @param dataPrefix the folder of the images
 * @param indices which of the images
 * @param pipeline what is done to each image
 */
@ConfigSection
public record AnnotatedOptions(
    @Doc("JSON file with metainfo and a data_list of objects, each with img_path and gt_label")
        String annFile,
    @Doc("folder that data_prefix and ann_file are in") @Default("''") String dataRoot,
    @Doc("folder of the images") @Default("''") String dataPrefix,
    @Doc("how many images to take from the start, or with a minus from the end; or a list")
        Optional<Indices> indices,
    @Doc("what is done to each image, first to last") @Default("[]") List<Transform> pipeline) {
  Path folder() {
    return Path.of(dataRoot).resolve(dataPrefix);
  }

  Path annotations() {
    return Path.of(dataRoot).resolve(annFile);
  }
}
