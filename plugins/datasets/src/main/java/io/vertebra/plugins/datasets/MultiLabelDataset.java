package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Images with any number of labels, listed in a JSON file, {@code
 * mmpretrain.datasets.MultiLabelDataset}: {@code gt_label} of an image is a list of labels, {@code
 * classes} of {@code metainfo} has the names.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "MultiLabelDataset",
    summary = "Images with any number of labels, listed in a JSON file")
public final class MultiLabelDataset extends FileDataset {
  /**
   * Options of {@link MultiLabelDataset}.
   *
   * @param files where images and annotations are
   * @param classes the names of the classes
   */
  public record Options(
      @Inline AnnotatedOptions files,
      @Doc(
              "names of the classes, by label, or a file with a name a line; those of metainfo"
                  + " where it is left out")
          Optional<ClassList> classes)
      implements KnownClasses {
    /** Counts the names that are given. */
    @Override
    public OptionalInt classCount() {
      int listed = classes.map(names -> names.listed().size()).orElse(0);
      return listed > 0 ? OptionalInt.of(listed) : OptionalInt.empty();
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the annotations cannot be read or are of another form
   */
  public MultiLabelDataset(Options options) throws IOException {
    super(options.files().folder(), list(options), new Pipeline(options.files().pipeline()));
  }

  private static ImageList list(Options options) throws IOException {
    AnnotatedFile file = AnnotatedFile.read(options.files().annotations());
    Optional<List<String>> given = ClassList.names(options.classes());
    List<String> classes =
        given
            .or(() -> file.names("classes"))
            .orElseThrow(
                () ->
                    new IOException(
                        "'%s' has no classes in its metainfo: name them by the option classes"
                            .formatted(options.files().annotations())));
    return file.images(classes, label -> AnnotatedFile.set(classes.size(), label))
        .part(options.files().indices());
  }
}
