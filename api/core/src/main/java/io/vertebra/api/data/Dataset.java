package io.vertebra.api.data;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Labelled images by index. A constructor only checks and lists; images are read by {@link #get},
 * which many threads call at once.
 */
@ExtensionPoint(value = Kind.DATASET, common = DatasetSettings.class)
public interface Dataset extends AutoCloseable {
  /**
   * How many samples there are.
   *
   * @return the number, 0 or more
   */
  int size();

  /**
   * The names of the classes.
   *
   * @return the names, by label
   */
  List<String> classes();

  /**
   * The names of the classes of tasks, where samples have several.
   *
   * @return the names, by label, for each task whose names are known; empty by default
   */
  default Map<String, List<String>> taskClasses() {
    return Map.of();
  }

  /**
   * The label of a sample, without reading its image.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the index of its class
   * @throws IllegalStateException if its samples have no labels, or not one each
   */
  int label(int index);

  /**
   * What is known of a sample, without reading its image. The default is its label.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the target, the same as that of {@link #get}
   */
  default Target target(int index) {
    return Target.of(label(index));
  }

  /**
   * Where the image of a sample comes from, without reading it.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the source; empty, as by default, where images were never encoded
   */
  default Optional<ImageSource> source(int index) {
    return Optional.empty();
  }

  /**
   * Reads a sample and sends it through the pipeline.
   *
   * @param index from 0 to {@code size() - 1}
   * @param random what transforms draw from; the same generator state gives the same sample
   * @return the sample, owned by the caller
   * @throws IOException if the image cannot be read; the message names it
   */
  Sample get(int index, RandomGenerator random) throws IOException;

  /**
   * Sends samples through another pipeline from here on. It is called while no sample is read, by
   * another thread than those that read. The default refuses.
   *
   * @param pipeline the pipeline
   * @throws IllegalArgumentException if the data set has no pipeline that could be changed
   */
  default void switchPipeline(Pipeline pipeline) {
    throw new IllegalArgumentException(
        getClass().getSimpleName() + " has no pipeline that could be changed during a run");
  }

  /** Releases files. The default does nothing. */
  @Override
  default void close() {}
}
