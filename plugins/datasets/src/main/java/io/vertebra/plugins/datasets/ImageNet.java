package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * ImageNet-1k in its usual layout, {@code mmpretrain.datasets.ImageNet}: {@code train} and {@code
 * val} with a folder for each of the thousand classes, or flat with lists {@code meta/train.txt}
 * and {@code meta/val.txt}, and {@code test} without labels (Russakovsky et al., 2015). A part of
 * it with fewer class folders has the names of the folders.
 */
@Plugin(kind = Kind.DATASET, type = "ImageNet", summary = "ImageNet-1k in its usual layout")
public final class ImageNet extends FileDataset {
  /**
   * Options of {@link ImageNet}.
   *
   * @param split the part of the set
   * @param images where the images are
   */
  public record Options(
      @Doc(
              "part of the set: its folder, and its list in meta where there is one; images of test"
                  + " have no labels")
          Optional<Split> split,
      @Inline CustomDataset.Options images)
      implements KnownClasses {
    /** Counts the names that are given, or else the class folders. */
    @Override
    public OptionalInt classCount() {
      return ofSplit().classCount();
    }

    private CustomDataset.Options ofSplit() {
      if (split.isEmpty()) {
        return images;
      }
      CustomDataset.Options part = images.ofSplit(split.get().folder());
      return split.get() == Split.TEST ? part.unlabelled() : part;
    }
  }

  /** The parts of the set. */
  public enum Split {
    /** 1,281,167 images to learn from. */
    TRAIN,
    /** 50,000 images to validate with. */
    VAL,
    /** 100,000 images without labels. */
    TEST;

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the folder or the list is missing or holds no images
   */
  public ImageNet(Options options) throws IOException {
    this(options.ofSplit().named("imagenet.txt"));
  }

  private ImageNet(CustomDataset.Options images) throws IOException {
    super(images.folder(), CustomDataset.list(images), new Pipeline(images.pipeline()));
  }
}
