package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.List;

/**
 * Images with a label for each of several tasks, listed in a JSON file, {@code
 * mmpretrain.datasets.MultiTaskDataset}: {@code gt_label} of an image is an object that has for
 * each task a label, a list with a value for each class, or an object of further tasks, which are
 * then named {@code outer.inner}. A task that an image does not name is not known of it.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "MultiTaskDataset",
    summary = "Images with a label for each of several tasks, listed in a JSON file")
public final class MultiTaskDataset extends FileDataset {
  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the annotations cannot be read or are of another form
   */
  public MultiTaskDataset(AnnotatedOptions options) throws IOException {
    super(
        options.folder(),
        AnnotatedFile.read(options.annotations())
            .images(List.of(), AnnotatedFile::tasks)
            .part(options.indices()),
        new Pipeline(options.pipeline()));
  }
}
