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
 * Image files in one folder for each class, or listed in a file with their labels, {@code
 * mmpretrain.datasets.CustomDataset}. Labels count the folders in the order of their names.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "CustomDataset",
    summary = "Image files in one folder a class, or listed in a file with their labels")
public final class CustomDataset extends FileDataset {
  static final String EXTENSIONS = "[.jpg, .jpeg, .png, .ppm, .bmp, .pgm, .tif]";

  /**
   * Options of {@link CustomDataset}.
   *
   * @param dataRoot the folder that the other paths are in
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
      @Doc("folder of the images") @Default("''") String dataPrefix,
      @Doc("file with a path and a label a line; folders are classes where it is left out")
          @Default("''")
          String annFile,
      @Doc("whether images have labels") @Default("true") boolean withLabel,
      @Doc("endings of the names of image files") @Default(EXTENSIONS) List<String> extensions,
      @Doc(
              "names of the classes, by label, or a file with a name a line; names of the folders"
                  + " where it is left out")
          Optional<ClassList> classes,
      @Doc("how many images to take from the start, or with a minus from the end; or a list")
          Optional<Indices> indices,
      @Doc("what is done to each image, first to last") @Default("[]") List<Transform> pipeline)
      implements KnownClasses {
    /** Checks that there is a place to look. */
    public Options {
      if (dataRoot.isEmpty() && dataPrefix.isEmpty() && annFile.isEmpty()) {
        throw new IllegalArgumentException(
            "there is nowhere to look for images: set data_root, data_prefix or ann_file");
      }
    }

    /** Counts the names that are given, or else the folders. */
    @Override
    public OptionalInt classCount() {
      if (classes.isPresent()) {
        int listed = classes.get().listed().size();
        return listed > 0 ? OptionalInt.of(listed) : OptionalInt.empty();
      }
      return withLabel && annFile.isEmpty()
          ? FolderScan.countClasses(folder())
          : OptionalInt.empty();
    }

    Path folder() {
      return Path.of(dataRoot).resolve(dataPrefix);
    }

    /** The images of a part of a set: its folder and its list in meta, where none are named. */
    Options ofSplit(String split) {
      String list = "meta/" + split + ".txt";
      boolean listed = annFile.isEmpty() && Files.exists(Path.of(dataRoot).resolve(list));
      return new Options(
          dataRoot,
          dataPrefix.isEmpty() ? split : dataPrefix,
          listed ? list : annFile,
          withLabel,
          extensions,
          classes,
          indices,
          pipeline);
    }

    /** The names of a resource, where none are given and there may be as many classes. */
    Options named(String resource) throws IOException {
      List<String> names = NameList.read(resource);
      boolean all = !annFile.isEmpty() || classCount().equals(OptionalInt.of(names.size()));
      return classes.isEmpty() && all
          ? new Options(
              dataRoot,
              dataPrefix,
              annFile,
              withLabel,
              extensions,
              Optional.of(ClassList.of(names)),
              indices,
              pipeline)
          : this;
    }

    Options unlabelled() {
      return new Options(
          dataRoot, dataPrefix, annFile, false, extensions, classes, indices, pipeline);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the folder or the list is missing or holds no images
   */
  public CustomDataset(Options options) throws IOException {
    super(options.folder(), list(options), new Pipeline(options.pipeline()));
  }

  /** Lists the images of a folder or of an annotation file. */
  static ImageList list(Options options) throws IOException {
    Path annFile = Path.of(options.dataRoot()).resolve(options.annFile());
    Optional<List<String>> classes = ClassList.names(options.classes());
    ImageList all =
        options.annFile().isEmpty()
            ? scan(options, classes)
            : list(annFile, options.withLabel(), classes);
    return all.part(options.indices());
  }

  private static ImageList scan(Options options, Optional<List<String>> classes)
      throws IOException {
    FolderScan scan = new FolderScan(options.folder(), options.extensions());
    return options.withLabel() ? scan.labelled(classes) : scan.unlabelled();
  }

  private static ImageList list(Path file, boolean withLabel, Optional<List<String>> classes)
      throws IOException {
    return withLabel ? AnnotationFile.labelled(file, classes) : AnnotationFile.unlabelled(file);
  }
}
