package io.vertebra.cli;

import io.vertebra.engine.survey.ImageFacts;
import io.vertebra.engine.survey.SetReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Prints what was found of data sets, for people. */
final class DataReport {
  private static final int MOST_CLASSES = 40;

  private final PrintWriter out;
  private final int minSide;
  private final int listed;
  private boolean faults;

  /**
   * Makes a report of nothing yet.
   *
   * @param terminal where to
   * @param minSide the shorter side below which an image is tiny
   * @param listed how many images are named for each finding
   */
  DataReport(Terminal terminal, int minSide, int listed) {
    this.out = terminal.out();
    this.minSide = minSide;
    this.listed = listed;
  }

  /** Whether something was found that ought to be put right. */
  boolean hasFaults() {
    return faults;
  }

  void print(String name, SetReport set) {
    out.println(name + ": " + (set.images().size() + set.unreadable().size()) + " images");
    printClasses(set);
    out.println("  height: " + range(set, ImageFacts::height));
    out.println("  width: " + range(set, ImageFacts::width));
    fault("cannot be read", set.unreadable());
    finding(
        "have a side of less than " + minSide + " pixels",
        set.smallerThan(minSide).stream().map(ImageFacts::name).toList());
    finding("groups of the same bytes", set.duplicates().stream().map(DataReport::names).toList());
    fault(
        "groups of the same bytes with different labels",
        set.contradictions().stream().map(group -> labelled(group, set)).toList());
  }

  private static String range(SetReport set, ToIntFunction<ImageFacts> length) {
    List<Integer> range = set.range(length);
    return "%d to %d pixels, half of them up to %d"
        .formatted(range.get(0), range.get(2), range.get(1));
  }

  private void printClasses(SetReport set) {
    if (set.tasks().isEmpty()) {
      printClasses(set.countsByLabel(), set.classes());
    }
    for (String task : set.tasks()) {
      SetReport part = set.ofTask(task);
      out.println("  task " + task);
      printClasses(part.countsByLabel(), part.classes());
    }
  }

  private void printClasses(int[] counts, List<String> classes) {
    if (counts.length == 0) {
      out.println("  classes: none");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("  label", "class", "images"));
    for (int label = 0; label < Math.min(counts.length, MOST_CLASSES); label++) {
      rows.add(
          List.of("  " + label, ClassNames.of(classes, label), Integer.toString(counts[label])));
    }
    Columns.print(rows, out);
    if (counts.length > MOST_CLASSES) {
      out.println("  and " + (counts.length - MOST_CLASSES) + " more classes");
    }
    finding(
        "classes have no images",
        IntStream.range(0, counts.length)
            .filter(label -> counts[label] == 0)
            .mapToObj(label -> ClassNames.of(classes, label))
            .toList());
    finding("class names stand for several labels", repeated(classes));
  }

  private static List<String> repeated(List<String> classes) {
    Map<String, List<Integer>> labels = new LinkedHashMap<>();
    for (int label = 0; label < classes.size(); label++) {
      labels.computeIfAbsent(classes.get(label), name -> new ArrayList<>()).add(label);
    }
    return labels.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(each -> each.getKey() + ": " + each.getValue())
        .toList();
  }

  private static String names(List<ImageFacts> group) {
    return String.join(" = ", group.stream().map(ImageFacts::name).toList());
  }

  private static String labelled(List<ImageFacts> group, SetReport set) {
    TargetText text = new TargetText(set.classes(), set.taskClasses());
    return String.join(
        " = ",
        group.stream().map(image -> image.name() + " (" + text.of(image.target()) + ")").toList());
  }

  /** Prints images that several data sets have. */
  void printShared(Map<String, SetReport> sets) {
    List<String> names = List.copyOf(sets.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        List<String> shared =
            sets.get(names.get(j)).sharedWith(sets.get(names.get(i))).stream()
                .map(ImageFacts::name)
                .toList();
        // The same data may be meant for validation and test, but not for training and another.
        String what = "of %s are in %s too".formatted(names.get(j), names.get(i));
        if (i == 0) {
          fault(what, shared);
        } else {
          finding(what, shared);
        }
      }
    }
  }

  private void fault(String what, List<String> images) {
    faults |= !images.isEmpty();
    finding(what, images);
  }

  private void finding(String what, List<String> images) {
    if (images.isEmpty()) {
      return;
    }
    out.println("  " + images.size() + " " + what + ":");
    images.stream().limit(listed).forEach(image -> out.println("    " + image));
    if (images.size() > listed) {
      out.println("    and " + (images.size() - listed) + " more; see --list");
    }
  }
}
