package io.vertebra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tutorial shows the files of the example as they are. */
final class WriteAPluginTest {
  private static final Path EXAMPLE = Path.of("example-plugin");
  private static final int MOST_LINES = 80;

  /** A line with the name of a file, and the block after it. */
  private static final Pattern SNIPPET =
      Pattern.compile("^`(\\S+)`:\n\n```\\w+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void snippetsAreTheFiles() throws IOException {
    Matcher matcher = SNIPPET.matcher(Files.readString(Path.of("write-a-plugin.md")));
    Map<String, String> snippets = new TreeMap<>();
    while (matcher.find()) {
      snippets.put(matcher.group(1), matcher.group(2));
    }
    Map<String, String> files = new TreeMap<>();
    for (Path file : files()) {
      files.put(EXAMPLE.relativize(file).toString(), Files.readString(file));
    }
    assertThat(snippets).isEqualTo(files);
  }

  @Test
  void exampleIsShort() throws IOException {
    int lines = 0;
    for (Path file : files()) {
      lines += Files.readAllLines(file).size();
    }
    assertThat(files()).hasSize(3);
    assertThat(lines).isLessThanOrEqualTo(MOST_LINES);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(EXAMPLE.resolve("target")))
          .toList();
    }
  }
}
