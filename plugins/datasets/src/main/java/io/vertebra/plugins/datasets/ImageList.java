package io.vertebra.plugins.datasets;

import java.util.List;

/**
 * Images found on disk.
 *
 * @param classes names by label; empty where there are no labels
 * @param paths paths below the folder of the images, with {@code /}
 * @param labels a label for each path; empty where there are none
 */
record ImageList(List<String> classes, List<String> paths, List<Integer> labels) {
  /** Makes a list that does not change. */
  ImageList {
    classes = List.copyOf(classes);
    paths = List.copyOf(paths);
    labels = List.copyOf(labels);
  }
}
