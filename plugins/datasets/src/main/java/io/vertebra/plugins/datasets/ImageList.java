package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Images found on disk.
 *
 * @param classes names by label; empty where there are none
 * @param paths paths below the folder of the images, with {@code /}
 * @param targets what is known of each
 */
record ImageList(List<String> classes, List<String> paths, List<Target> targets) {
  /** Makes a list that does not change. */
  ImageList {
    classes = List.copyOf(classes);
    paths = List.copyOf(paths);
    targets = List.copyOf(targets);
  }

  /** Makes a list of images of one class each. */
  static ImageList labelled(List<String> classes, List<String> paths, List<Integer> labels) {
    int most = labels.isEmpty() ? 0 : Collections.max(labels) + 1;
    // One target for each class: a million of them would take megabytes.
    List<Target> byLabel = IntStream.range(0, most).mapToObj(Target::of).toList();
    return new ImageList(classes, paths, labels.stream().map(byLabel::get).toList());
  }

  /** Makes a list of images of which nothing is known. */
  static ImageList unlabelled(List<String> paths) {
    return new ImageList(List.of(), paths, Collections.nCopies(paths.size(), Target.UNKNOWN));
  }

  /** Adds the images of another list of the same classes. */
  ImageList and(ImageList other) {
    List<String> allPaths = new ArrayList<>(paths);
    allPaths.addAll(other.paths);
    List<Target> allTargets = new ArrayList<>(targets);
    allTargets.addAll(other.targets);
    return new ImageList(classes, allPaths, allTargets);
  }

  /** Takes a part, where one is wanted. */
  ImageList part(Optional<Indices> part) {
    if (part.isEmpty()) {
      return this;
    }
    List<Integer> indices = IntStream.of(part.get().within(paths.size())).boxed().toList();
    return new ImageList(
        classes,
        indices.stream().map(paths::get).toList(),
        indices.stream().map(targets::get).toList());
  }
}
