package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The images of archives with their labels. */
final class TarSamples {
  private static final String LABEL = ".cls";

  private final List<String> extensions;
  private final List<TarEntry> images = new ArrayList<>();
  private final List<Integer> archives = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private final Map<Integer, Target> known = new HashMap<>();

  private TarSamples(List<String> extensions) {
    this.extensions = extensions.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
  }

  /** Opens archives; the caller closes them. */
  static List<TarFile> open(Path folder, String shards) throws IOException {
    List<TarFile> archives = new ArrayList<>();
    try {
      for (Path path : ShardNames.find(folder, shards)) {
        archives.add(TarFile.open(path));
      }
    } catch (IOException | RuntimeException e) {
      archives.forEach(TarFile::close);
      throw e;
    }
    return archives;
  }

  static TarSamples list(List<TarFile> archives, List<String> extensions, boolean withLabel)
      throws IOException {
    TarSamples samples = new TarSamples(extensions);
    for (int i = 0; i < archives.size(); i++) {
      samples.add(i, archives.get(i), withLabel);
    }
    return samples;
  }

  private void add(int number, TarFile archive, boolean withLabel) throws IOException {
    Map<String, TarEntry> labels = new HashMap<>();
    Map<String, TarEntry> found = new LinkedHashMap<>();
    for (TarEntry entry : archive.entries()) {
      String lowerCase = entry.name().toLowerCase(Locale.ROOT);
      if (lowerCase.endsWith(LABEL)) {
        labels.put(key(entry.name()), entry);
      } else if (extensions.stream().anyMatch(lowerCase::endsWith)) {
        found.put(key(entry.name()), entry);
      }
    }
    for (Map.Entry<String, TarEntry> image : found.entrySet()) {
      images.add(image.getValue());
      archives.add(number);
      targets.add(withLabel ? label(archive, image, labels) : Target.UNKNOWN);
    }
  }

  /** What the files of a sample have in common: the path up to the first dot of the name. */
  private static String key(String name) {
    int folder = name.lastIndexOf('/') + 1;
    int dot = name.indexOf('.', folder);
    return dot < 0 ? name : name.substring(0, dot);
  }

  private Target label(
      TarFile archive, Map.Entry<String, TarEntry> image, Map<String, TarEntry> labels)
      throws IOException {
    TarEntry entry = labels.get(image.getKey());
    if (entry == null) {
      throw new IOException(
          "'%s' has no label '%s%s' for '%s': set with_label: false if there are none"
              .formatted(archive.path(), image.getKey(), LABEL, image.getValue().name()));
    }
    String text = new String(archive.read(entry), StandardCharsets.US_ASCII).strip();
    if (!text.matches("\\d{1,9}")) {
      throw new IOException(
          "'%s' of '%s' holds '%s', but a label is a number of 0 or more"
              .formatted(entry.name(), archive.path(), text));
    }
    return known.computeIfAbsent(Integer.valueOf(text), Target::of);
  }

  int size() {
    return images.size();
  }

  TarEntry image(int index) {
    return images.get(index);
  }

  /** Which archive an image is in. */
  int archive(int index) {
    return archives.get(index);
  }

  Target target(int index) {
    return targets.get(index);
  }

  private int highest() {
    return known.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
  }

  /** Numbers as the names of classes. */
  List<String> numbers() {
    return IntStream.rangeClosed(0, highest()).mapToObj(Integer::toString).toList();
  }

  void checkLabels(int classes) throws IOException {
    if (highest() >= classes) {
      throw new IOException(
          "an image has the label %d, but classes names only 0 to %d"
              .formatted(highest(), classes - 1));
    }
  }
}
