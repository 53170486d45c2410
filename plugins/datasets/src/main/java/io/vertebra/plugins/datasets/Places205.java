package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * Scenes of 205 kinds (Zhou et al., Learning Deep Features for Scene Recognition using Places
 * Database, 2014), {@code mmpretrain.datasets.Places205}: a folder for each class, or a list with
 * labels. A part of it with fewer class folders has the names of the folders.
 */
@Plugin(kind = Kind.DATASET, type = "Places205", summary = "Scenes of 205 kinds")
public final class Places205 extends FileDataset {
  /**
   * Options of {@link Places205}.
   *
   * @param images where the images are
   */
  public record Options(@Inline CustomDataset.Options images) implements KnownClasses {
    /** Counts the names that are given, or else the class folders. */
    @Override
    public OptionalInt classCount() {
      return images.classCount();
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the folder or the list is missing or holds no images
   */
  public Places205(Options options) throws IOException {
    this(options.images().named("places205.txt"));
  }

  private Places205(CustomDataset.Options images) throws IOException {
    super(images.folder(), CustomDataset.list(images), new Pipeline(images.pipeline()));
  }
}
