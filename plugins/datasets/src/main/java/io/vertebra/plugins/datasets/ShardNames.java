package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of archives: a range of numbers in braces, {@code {000..146}}, or {@code *} and ?. */
final class ShardNames {
  private static final Pattern RANGE = Pattern.compile("\\{(\\d+)\\.\\.(\\d+)\\}");

  private ShardNames() {}

  /**
   * Finds the archives.
   *
   * @param folder where they are
   * @param pattern their names
   * @return the archives, one at least, in the order of the range or of their names
   * @throws IOException if there are none
   */
  static List<Path> find(Path folder, String pattern) throws IOException {
    Matcher range = RANGE.matcher(pattern);
    List<Path> found = range.find() ? numbered(folder, pattern, range) : matching(folder, pattern);
    if (found.isEmpty()) {
      throw new IOException(
          "There is no archive '%s' in '%s': check data_root and shards"
              .formatted(pattern, folder.toAbsolutePath()));
    }
    return found;
  }

  private static List<Path> numbered(Path folder, String pattern, Matcher range)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    int digits = range.group(1).length();
    long last = Long.parseLong(range.group(2));
    for (long number = Long.parseLong(range.group(1)); number <= last; number++) {
      String name =
          pattern.substring(0, range.start())
              + ("%0" + digits + "d").formatted(number)
              + pattern.substring(range.end());
      Path path = folder.resolve(name);
      if (!Files.isRegularFile(path)) {
        throw new IOException(
            "There is no archive '%s' of '%s'".formatted(path.toAbsolutePath(), pattern));
      }
      paths.add(path);
    }
    return paths;
  }

  private static List<Path> matching(Path folder, String pattern) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> matcher.matches(file.getFileName())).sorted().toList();
    }
  }
}
