package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Images in tar archives in the layout of WebDataset: files of a sample stand together and have one
 * name before the first dot, {@code KEY.jpg} with the image and {@code KEY.cls} with the label in
 * digits. The archives are read where they lie: a sample costs one read, in any order. Opening
 * reads the headers only.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "TarDataset",
    summary = "Images in tar archives in the layout of WebDataset, for large sets")
public final class TarDataset implements Dataset {
  private final List<TarFile> archives;
  private final TarSamples samples;
  private final List<String> classes;
  private volatile Pipeline pipeline;
  private final int[] indices;

  /**
   * Options of {@link TarDataset}.
   *
   * @param shards the names of the archives
   * @param dataRoot the folder of the archives
   * @param withLabel whether images have labels
   * @param extensions the endings of images
   * @param classes the names of the classes
   * @param indices which of the images
   * @param pipeline what is done to each image
   */
  public record Options(
      @Doc("names of the archives, with a range as in train-{000..146}.tar, or * and ?")
          String shards,
      @Doc("folder of the archives") @Default("''") String dataRoot,
      @Doc("whether images have labels, KEY.cls") @Default("true") boolean withLabel,
      @Doc("endings of the names of images") @Default(CustomDataset.EXTENSIONS)
          List<String> extensions,
      @Doc("names of the classes, by label, or a file with a name a line; numbers where left out")
          Optional<ClassList> classes,
      @Doc("how many images to take from the start, or with a minus from the end; or a list")
          Optional<Indices> indices,
      @Doc("what is done to each image, first to last") @Default("[]") List<Transform> pipeline)
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
   * @throws IOException if an archive is missing or damaged, or an image has no label
   */
  public TarDataset(Options options) throws IOException {
    this.archives = TarSamples.open(Path.of(options.dataRoot()), options.shards());
    try {
      this.samples = TarSamples.list(archives, options.extensions(), options.withLabel());
      this.classes = ClassList.names(options.classes()).orElseGet(samples::numbers);
      samples.checkLabels(classes.size());
    } catch (IOException | RuntimeException e) {
      archives.forEach(TarFile::close);
      throw e;
    }
    this.pipeline = new Pipeline(options.pipeline());
    this.indices = Indices.within(options.indices(), samples.size());
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    if (target(index) instanceof Target.OneLabel one) {
      return one.label();
    }
    throw new IllegalStateException("The images have no labels: with_label is false");
  }

  @Override
  public Target target(int index) {
    return samples.target(indices[index]);
  }

  @Override
  public void switchPipeline(Pipeline other) {
    pipeline = other;
  }

  @Override
  public Sample get(int index, RandomGenerator random) throws IOException {
    return pipeline.apply(Sample.of(entry(index), target(index)), random);
  }

  @Override
  public Optional<ImageSource> source(int index) {
    return Optional.of(entry(index));
  }

  private ImageSource entry(int index) {
    int stored = indices[index];
    return new EntrySource(archives.get(samples.archive(stored)), samples.image(stored));
  }

  @Override
  public void close() {
    archives.forEach(TarFile::close);
  }

  private record EntrySource(TarFile archive, TarEntry entry) implements ImageSource {
    @Override
    public String name() {
      return archive.path() + "!" + entry.name();
    }

    @Override
    public byte[] read() throws IOException {
      return archive.read(entry);
    }
  }
}
