package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Image files in one folder for each class, or listed in a file with their labels, {@code
 * mmpretrain.datasets.CustomDataset}. Labels count the folders in the order of their names.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "CustomDataset",
    summary = "Image files in one folder a class, or listed in a file with their labels")
public final class CustomDataset implements Dataset {
  private final Path folder;
  private final Pipeline pipeline;
  private final ImageList images;
  private final boolean withLabel;

  /**
   * Options of {@link CustomDataset}.
   *
   * @param dataRoot the folder that the other paths are in
   * @param dataPrefix the folder of the images
   * @param annFile the list of images
   * @param withLabel whether images have labels
   * @param extensions the endings of image files
   * @param classes the names of the classes
   * @param pipeline what is done to each image
   */
  public record Options(
      @Doc("folder that data_prefix and ann_file are in") @Default("''") String dataRoot,
      @Doc("folder of the images") @Default("''") String dataPrefix,
      @Doc("file with a path and a label a line; folders are classes where it is left out")
          @Default("''")
          String annFile,
      @Doc("whether images have labels") @Default("true") boolean withLabel,
      @Doc("endings of the names of image files")
          @Default("[.jpg, .jpeg, .png, .ppm, .bmp, .pgm, .tif]")
          List<String> extensions,
      @Doc("names of the classes, by label; names of the folders where it is left out")
          Optional<List<String>> classes,
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
      if (!withLabel || classes.isPresent()) {
        return classes.map(names -> OptionalInt.of(names.size())).orElse(OptionalInt.empty());
      }
      return annFile.isEmpty() ? FolderScan.countClasses(folder()) : OptionalInt.empty();
    }

    private Path folder() {
      return Path.of(dataRoot).resolve(dataPrefix);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the folder or the list is missing or holds no images
   */
  public CustomDataset(Options options) throws IOException {
    Path root = Path.of(options.dataRoot());
    folder = options.folder();
    pipeline = new Pipeline(options.pipeline());
    withLabel = options.withLabel();
    images =
        options.annFile().isEmpty()
            ? scan(folder, options)
            : list(root.resolve(options.annFile()), options);
  }

  private static ImageList scan(Path folder, Options options) throws IOException {
    FolderScan scan = new FolderScan(folder, options.extensions());
    return options.withLabel() ? scan.labelled(options.classes()) : scan.unlabelled();
  }

  private static ImageList list(Path file, Options options) throws IOException {
    return options.withLabel()
        ? AnnotationFile.labelled(file, options.classes())
        : AnnotationFile.unlabelled(file);
  }

  @Override
  public int size() {
    return images.paths().size();
  }

  @Override
  public List<String> classes() {
    return images.classes();
  }

  @Override
  public int label(int index) {
    Objects.checkIndex(index, size());
    if (!withLabel) {
      throw new IllegalStateException(
          "The images in '%s' have no labels: with_label is false".formatted(folder));
    }
    return images.labels().get(index);
  }

  @Override
  public Sample get(int index, RandomGenerator random) throws IOException {
    ImageSource source = new FileSource(folder.resolve(images.paths().get(index)));
    OptionalInt label = withLabel ? OptionalInt.of(label(index)) : OptionalInt.empty();
    return pipeline.apply(Sample.of(source, label), random);
  }

  private record FileSource(Path path) implements ImageSource {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public byte[] read() throws IOException {
      if (!Files.isRegularFile(path)) {
        throw new IOException("There is no image '%s'".formatted(path.toAbsolutePath()));
      }
      return Files.readAllBytes(path);
    }
  }
}
