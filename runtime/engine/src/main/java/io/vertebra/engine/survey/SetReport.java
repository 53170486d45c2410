package io.vertebra.engine.survey;

import io.vertebra.api.data.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What is found of a data set.
 *
 * @param classes the names of its classes, by label
 * @param taskClasses the names of the classes of its tasks, as far as they are known
 * @param images what is found of each image that can be read
 * @param unreadable why each of the others cannot be read; the text names it
 */
public record SetReport(
    List<String> classes,
    Map<String, List<String>> taskClasses,
    List<ImageFacts> images,
    List<String> unreadable) {
  /** Makes a report that does not change. */
  public SetReport {
    classes = List.copyOf(classes);
    taskClasses = Map.copyOf(taskClasses);
    images = List.copyOf(images);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Makes a report of a data set of one task.
   *
   * @param classes the names of its classes, by label
   * @param images what is found of each image that can be read
   * @param unreadable why each of the others cannot be read; the text names it
   */
  public SetReport(List<String> classes, List<ImageFacts> images, List<String> unreadable) {
    this(classes, Map.of(), images, unreadable);
  }

  /**
   * Counts the images of each class. An image of several counts for each.
   *
   * @return by label; as long as there are names of classes, or longer where labels go on
   */
  public int[] countsByLabel() {
    return counts(classes.size(), images.stream().map(ImageFacts::target).toList());
  }

  /**
   * Counts the images of each class of each task.
   *
   * @return by task and label, as {@link #countsByLabel}; empty where there are no tasks
   */
  public Map<String, int[]> countsByTask() {
    Map<String, List<Target>> targets = new LinkedHashMap<>();
    for (ImageFacts image : images) {
      if (image.target() instanceof Target.Tasks tasks) {
        tasks
            .targets()
            .forEach(
                (task, target) ->
                    targets.computeIfAbsent(task, name -> new ArrayList<>()).add(target));
      }
    }
    Map<String, int[]> counts = new LinkedHashMap<>();
    targets.forEach(
        (task, all) ->
            counts.put(task, counts(taskClasses.getOrDefault(task, List.of()).size(), all)));
    return counts;
  }

  private static int[] counts(int classes, List<Target> targets) {
    int[] counts = new int[classes];
    for (Target target : targets) {
      for (int label : target.labels()) {
        if (label >= counts.length) {
          counts = Arrays.copyOf(counts, label + 1);
        }
        counts[label]++;
      }
    }
    return counts;
  }

  /**
   * Finds images whose shorter side is too short.
   *
   * @param pixels the least length
   * @return the images
   */
  public List<ImageFacts> smallerThan(int pixels) {
    return images.stream().filter(image -> image.shorterSide() < pixels).toList();
  }

  /**
   * Finds images that are there several times, byte by byte. One file that the data set has several
   * times, because it repeats its samples, is none of them.
   *
   * @return groups of two images or more
   */
  public List<List<ImageFacts>> duplicates() {
    return byDigest().values().stream()
        .map(group -> List.copyOf(byName(group).values()))
        .filter(group -> group.size() > 1)
        .toList();
  }

  /**
   * Finds images that are there several times with different labels, so that one of the labels is
   * wrong.
   *
   * @return groups of two images or more
   */
  public List<List<ImageFacts>> contradictions() {
    return duplicates().stream()
        .filter(group -> group.stream().map(ImageFacts::target).distinct().count() > 1)
        .toList();
  }

  /**
   * Finds images that another data set has too.
   *
   * @param other the other one
   * @return the images of this one
   */
  public List<ImageFacts> sharedWith(SetReport other) {
    Map<String, List<ImageFacts>> others = other.byDigest();
    return images.stream().filter(image -> others.containsKey(image.digest())).toList();
  }

  private static Map<String, ImageFacts> byName(List<ImageFacts> group) {
    Map<String, ImageFacts> byName = new LinkedHashMap<>();
    group.forEach(image -> byName.putIfAbsent(image.name(), image));
    return byName;
  }

  private Map<String, List<ImageFacts>> byDigest() {
    return images.stream()
        .collect(
            Collectors.groupingBy(
                ImageFacts::digest, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
  }

  /**
   * The least, the middle and the greatest of a length.
   *
   * @param length height or width of an image
   * @return three lengths; zeros where there are no images
   */
  public List<Integer> range(ToIntFunction<ImageFacts> length) {
    int[] sorted = images.stream().mapToInt(length).sorted().toArray();
    return sorted.length == 0
        ? List.of(0, 0, 0)
        : List.of(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  /**
   * The first images of each class.
   *
   * @param count how many at most
   * @return the images, by label
   */
  public Map<Integer, List<ImageFacts>> examples(int count) {
    Map<Integer, List<ImageFacts>> examples = new LinkedHashMap<>();
    for (ImageFacts image : images) {
      for (int label : image.target().labels()) {
        Collection<ImageFacts> ofLabel = examples.computeIfAbsent(label, k -> new ArrayList<>());
        if (ofLabel.size() < count) {
          ofLabel.add(image);
        }
      }
    }
    return examples;
  }
}
