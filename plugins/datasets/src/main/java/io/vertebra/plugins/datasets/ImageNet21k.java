package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * ImageNet-21k in its usual layout, {@code mmpretrain.datasets.ImageNet21k}: {@code train} with a
 * folder for each class, or with a list {@code meta/train.txt}, which spares the walk through 14
 * million files. Classes have the names of the folders, or of a list their numbers, where {@code
 * classes} does not name them.
 */
@Plugin(kind = Kind.DATASET, type = "ImageNet21k", summary = "ImageNet-21k in its usual layout")
public final class ImageNet21k extends FileDataset {
  /**
   * Options of {@link ImageNet21k}.
   *
   * @param split the part of the set
   * @param multiLabel must be false
   * @param images where the images are
   */
  public record Options(
      @Doc("part of the set: its folder, and its list in meta where there is one")
          Optional<Split> split,
      @Doc("must be false: an image has one label") @Default("false") boolean multiLabel,
      @Inline CustomDataset.Options images)
      implements KnownClasses {
    /** Checks that one label is wanted. */
    public Options {
      if (multiLabel) {
        throw new IllegalArgumentException(
            "multi_label must be false; images with sets of labels can be had by"
                + " MultiLabelDataset");
      }
    }

    /** Counts the names that are given, or else the class folders. */
    @Override
    public OptionalInt classCount() {
      return ofSplit().classCount();
    }

    private CustomDataset.Options ofSplit() {
      return split.isPresent() ? images.ofSplit("train") : images;
    }
  }

  /** The parts of the set. */
  public enum Split {
    /** All images. */
    TRAIN
  }

  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the folder or the list is missing or holds no images
   */
  public ImageNet21k(Options options) throws IOException {
    this(options.ofSplit());
  }

  private ImageNet21k(CustomDataset.Options images) throws IOException {
    super(images.folder(), CustomDataset.list(images), new Pipeline(images.pipeline()));
  }
}
