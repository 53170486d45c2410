package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Images with a label for each of several tasks, listed in a JSON file, {@code
 * mmpretrain.datasets.MultiTaskDataset}: {@code gt_label} of an image is an object that has for
 * each task a label, a list with a value for each class, or an object of further tasks, which are
 * then named {@code outer.inner}. A task that an image does not name is not known of it.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "MultiTaskDataset",
    summary = "Images with a label for each of several tasks, listed in a JSON file")
public final class MultiTaskDataset extends FileDataset {
  private final Map<String, List<String>> taskClasses;

  /**
   * Options of {@link MultiTaskDataset}.
   *
   * @param files where images and annotations are
   * @param classes the names of the classes of tasks
   */
  public record Options(
      @Inline AnnotatedOptions files,
      @Doc(
              "for each task, a task within another as outer.inner, the names of its classes, by"
                  + " label, or a file with a name a line; others are those of classes in metainfo")
          @Default("{}")
          Map<String, ClassList> classes) {
    /** Makes options that do not change. */
    public Options {
      classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options the options
   * @throws IOException if the annotations cannot be read or are of another form
   */
  public MultiTaskDataset(Options options) throws IOException {
    this(options, AnnotatedFile.read(options.files().annotations()));
  }

  private MultiTaskDataset(Options options, AnnotatedFile file) throws IOException {
    super(
        options.files().folder(),
        file.images(List.of(), AnnotatedFile::tasks).part(options.files().indices()),
        new Pipeline(options.files().pipeline()));
    Map<String, List<String>> names = file.namesOfTasks("classes");
    for (Map.Entry<String, ClassList> task : options.classes().entrySet()) {
      names.put(task.getKey(), task.getValue().names());
    }
    this.taskClasses = Collections.unmodifiableMap(names);
  }

  @Override
  public Map<String, List<String>> taskClasses() {
    return taskClasses;
  }
}
