package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.io.IOException;
import java.util.List;

/** Grey images of a pair of IDX files. */
abstract class IdxDataset extends PixelDataset {
  private final IdxFile images;
  private final IdxFile labels;

  IdxDataset(IdxOptions options, ImageOps ops, List<String> classes) throws IOException {
    this(
        options,
        ops,
        classes,
        IdxFile.read(options.folder(), options.part().imagesFile(), 3),
        IdxFile.read(options.folder(), options.part().labelsFile(), 1));
  }

  private IdxDataset(
      IdxOptions options, ImageOps ops, List<String> classes, IdxFile images, IdxFile labels)
      throws IOException {
    super(
        ops,
        classes,
        new Pipeline(options.pipeline()),
        Indices.within(options.indices(), images.size(0)));
    this.images = images;
    this.labels = labels;
    checkLabels(classes.size());
  }

  private void checkLabels(int classes) throws IOException {
    int size = images.size(0);
    if (labels.size(0) != size) {
      throw new IOException(
          "'%s' has %d labels, but '%s' has %d images: they do not belong together"
              .formatted(labels.path(), labels.size(0), images.path(), size));
    }
    for (int i = 0; i < size; i++) {
      if (storedLabel(i) >= classes) {
        throw new IOException(
            "'%s' has the label %d at index %d, but there are only %d classes"
                .formatted(labels.path(), storedLabel(i), i, classes));
      }
    }
  }

  @Override
  final int storedLabel(int stored) {
    return labels.value(stored);
  }

  @Override
  final String name(int stored) {
    return images.path() + "[" + stored + "]";
  }

  @Override
  final ImageBuffer image(int stored, ImageOps memory) {
    int height = images.size(1);
    int width = images.size(2);
    int length = height * width;
    ImageBuffer image = memory.allocate(height, width, 1);
    images.copy(stored * length, length, image.pixels());
    return image;
  }
}
