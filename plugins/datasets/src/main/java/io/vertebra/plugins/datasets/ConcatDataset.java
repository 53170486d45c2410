package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Data sets of the same classes one after the other, {@code mmengine.dataset.ConcatDataset}. */
@Plugin(
    kind = Kind.DATASET,
    type = "ConcatDataset",
    summary = "Data sets of the same classes one after the other")
public final class ConcatDataset implements Dataset {
  private final List<Dataset> parts;
  private final int[] starts;

  /**
   * Options of {@link ConcatDataset}.
   *
   * @param datasets the data sets
   */
  public record Options(@Doc("the data sets, first to last") List<Factory<Dataset>> datasets) {
    /** Checks that there is one at least. */
    public Options {
      if (datasets.isEmpty()) {
        throw new IllegalArgumentException("datasets is empty: name one data set at least");
      }
    }
  }

  /**
   * Opens the data sets, which belong to who builds this.
   *
   * @param options the options
   */
  public ConcatDataset(Options options) {
    this.parts = options.datasets().stream().map(Factory::create).toList();
    this.starts = new int[parts.size() + 1];
    for (int i = 0; i < parts.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], parts.get(i).size());
      checkClasses(i);
    }
  }

  private void checkClasses(int part) {
    Dataset other = parts.get(part);
    if (!other.classes().equals(classes()) || !other.taskClasses().equals(taskClasses())) {
      throw new IllegalArgumentException(
          "datasets[%d] has the classes %s, but datasets[0] has %s: labels would not mean the same"
              .formatted(part, names(other), names(this)));
    }
  }

  private static Object names(Dataset set) {
    return set.taskClasses().isEmpty() ? set.classes() : set.taskClasses();
  }

  @Override
  public int size() {
    return starts[parts.size()];
  }

  @Override
  public List<String> classes() {
    return parts.get(0).classes();
  }

  @Override
  public Map<String, List<String>> taskClasses() {
    return parts.get(0).taskClasses();
  }

  private int part(int index) {
    Objects.checkIndex(index, size());
    int part = 0;
    while (index >= starts[part + 1]) {
      part++;
    }
    return part;
  }

  @Override
  public int label(int index) {
    int part = part(index);
    return parts.get(part).label(index - starts[part]);
  }

  @Override
  public Target target(int index) {
    int part = part(index);
    return parts.get(part).target(index - starts[part]);
  }

  @Override
  public Optional<ImageSource> source(int index) {
    int part = part(index);
    return parts.get(part).source(index - starts[part]);
  }

  @Override
  public Sample get(int index, RandomGenerator random) throws IOException {
    int part = part(index);
    return parts.get(part).get(index - starts[part], random);
  }

  @Override
  public void switchPipeline(Pipeline pipeline) {
    parts.forEach(part -> part.switchPipeline(pipeline));
  }
}
