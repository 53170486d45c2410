package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private static final int CLASSES = 1000;

  /**
   * Options of {@link ImageNet}.
   *
   * @param dataRoot the folder that the other paths are in
   * @param split the part of the set
   * @param dataPrefix the folder of the images
   * @param annFile the list of images
   * @param withLabel whether images have labels
   * @param extensions the endings of image files
   * @param classes the names of the classes
   * @param indices which of the images
   * @param pipeline what is done to each image
   */
  public record Options(
      @Doc("folder that data_prefix and ann_file are in") @Default("''") String dataRoot,
      @Doc("part of the set: its folder, and its list in meta where there is one")
          Optional<Split> split,
      @Doc("folder of the images; that of the split where it is left out") @Default("''")
          String dataPrefix,
      @Doc("file with a path and a label a line") @Default("''") String annFile,
      @Doc("whether images have labels; those of split: test have none") @Default("true")
          boolean withLabel,
      @Doc("endings of the names of image files") @Default(CustomDataset.EXTENSIONS)
          List<String> extensions,
      @Doc("names of the classes, by label, or a file with a name a line")
          Optional<ClassList> classes,
      @Doc("how many images to take from the start, or with a minus from the end; or a list")
          Optional<Indices> indices,
      @Doc("what is done to each image, first to last") @Default("[]") List<Transform> pipeline)
      implements KnownClasses {
    /** Counts the names that are given, or else the class folders. */
    @Override
    public OptionalInt classCount() {
      return listing(classes, annotations()).classCount();
    }

    /** The list of the split where it has one. */
    private String annotations() {
      String ofSplit = split.map(part -> "meta/" + part.folder() + ".txt").orElse("");
      boolean there = !ofSplit.isEmpty() && Files.exists(Path.of(dataRoot).resolve(ofSplit));
      return annFile.isEmpty() && there ? ofSplit : annFile;
    }

    private CustomDataset.Options listing(Optional<ClassList> names, String annotations) {
      return new CustomDataset.Options(
          dataRoot,
          dataPrefix.isEmpty() ? split.map(Split::folder).orElse("") : dataPrefix,
          annotations,
          withLabel && split.filter(part -> part == Split.TEST).isEmpty(),
          extensions,
          names,
          indices,
          pipeline);
    }

    /** The images, with the thousand names where none are given and there may be as many. */
    private CustomDataset.Options listing() throws IOException {
      CustomDataset.Options unnamed = listing(classes, annotations());
      boolean all =
          !unnamed.annFile().isEmpty() || unnamed.classCount().equals(OptionalInt.of(CLASSES));
      return classes.isEmpty() && all
          ? listing(Optional.of(ClassList.of(NameList.read("imagenet.txt"))), annotations())
          : unnamed;
    }
  }

  /** The parts of the set. */
  public enum Split {
    /** 1,281,167 images to learn from. */
    TRAIN("train"),
    /** 50,000 images to validate with. */
    VAL("val"),
    /** 100,000 images without labels. */
    TEST("test");

    private final String folder;

    Split(String folder) {
      this.folder = folder;
    }

    String folder() {
      return folder;
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the folder or the list is missing or holds no images
   */
  public ImageNet(Options options) throws IOException {
    this(options.listing());
  }

  private ImageNet(CustomDataset.Options listing) throws IOException {
    super(listing.folder(), CustomDataset.list(listing), new Pipeline(listing.pipeline()));
  }
}
