package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.io.IOException;
import java.util.List;

/**
 * Colour images of 32 x 32 pixels. As in MMPretrain, and unlike images that are decoded from files,
 * their channels are in the order red, green, blue: a data preprocessor needs {@code to_rgb:
 * false}.
 */
abstract class CifarDataset extends PixelDataset {
  private final List<CifarFile> files;

  CifarDataset(CifarOptions options, ImageOps ops, List<String> classes, List<CifarFile> files)
      throws IOException {
    super(
        ops,
        classes,
        new Pipeline(options.pipeline()),
        Indices.within(options.indices(), files.stream().mapToInt(CifarFile::size).sum()));
    this.files = files;
    for (CifarFile file : files) {
      checkLabels(file, classes.size());
    }
  }

  private static void checkLabels(CifarFile file, int classes) throws IOException {
    for (int i = 0; i < file.size(); i++) {
      if (file.label(i) >= classes) {
        throw new IOException(
            "'%s' has the label %d at index %d, but there are only %d classes"
                .formatted(file.path(), file.label(i), i, classes));
      }
    }
  }

  /** Where a stored image is. */
  private record Place(CifarFile file, int index) {}

  private Place place(int stored) {
    int index = stored;
    for (CifarFile file : files) {
      if (index < file.size()) {
        return new Place(file, index);
      }
      index -= file.size();
    }
    throw new IndexOutOfBoundsException(stored);
  }

  @Override
  final int storedLabel(int stored) {
    Place place = place(stored);
    return place.file().label(place.index());
  }

  @Override
  final String name(int stored) {
    Place place = place(stored);
    return place.file().path() + "[" + place.index() + "]";
  }

  @Override
  final ImageBuffer image(int stored, ImageOps memory) {
    Place place = place(stored);
    ImageBuffer image = memory.allocate(CifarFile.SIDE, CifarFile.SIDE, 3);
    place.file().copy(place.index(), image.pixels());
    return image;
  }
}
