package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Images in files, listed before any is read. */
abstract class FileDataset implements Dataset {
  private final Path folder;
  private final ImageList images;
  private volatile Pipeline pipeline;

  FileDataset(Path folder, ImageList images, Pipeline pipeline) {
    this.folder = folder;
    this.images = images;
    this.pipeline = pipeline;
  }

  @Override
  public final int size() {
    return images.paths().size();
  }

  @Override
  public final List<String> classes() {
    return images.classes();
  }

  @Override
  public final int label(int index) {
    if (target(index) instanceof Target.OneLabel one) {
      return one.label();
    }
    throw new IllegalStateException(
        "The image '%s' has not one label: with_label is false, or it has a set of labels"
            .formatted(folder.resolve(images.paths().get(index))));
  }

  @Override
  public final Target target(int index) {
    return images.targets().get(index);
  }

  @Override
  public final void switchPipeline(Pipeline other) {
    pipeline = other;
  }

  @Override
  public final Sample get(int index, RandomGenerator random) throws IOException {
    return pipeline.apply(Sample.of(file(index), target(index)), random);
  }

  @Override
  public final Optional<ImageSource> source(int index) {
    return Optional.of(file(index));
  }

  private ImageSource file(int index) {
    return new FileSource(folder.resolve(images.paths().get(index)));
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
