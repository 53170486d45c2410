package io.vertebra.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes mistakes in the lines of a text, as people make them in configs. */
final class LineDamage {
  private static final List<String> VALUES =
      List.of(
          "",
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          ".nan",
          "99999999999",
          "0.5",
          "text",
          "''",
          "[]",
          "{}",
          "[1, x]",
          "{type: SGD}",
          "{type: ResNet}",
          "[{type: PackInputs}]",
          "{_append_: 1}",
          "{{$X}}",
          "LeNet5",
          "&a {}",
          "*a");

  private final Random random;

  LineDamage(Random random) {
    this.random = random;
  }

  /** Returns a text with one to three lines that are not as they were. */
  String to(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      damage(lines, random.nextInt(lines.size()));
    }
    return String.join("\n", lines) + "\n";
  }

  private void damage(List<String> lines, int at) {
    String line = lines.get(at);
    int other = random.nextInt(lines.size());
    switch (random.nextInt(7)) {
      case 0 -> lines.set(at, "");
      case 1 -> lines.add(other, line);
      case 2 -> lines.set(at, lines.set(other, line));
      case 3 -> lines.set(at, " ".repeat(random.nextInt(6)) + line.strip());
      case 4 -> lines.set(at, misspelt(line));
      default -> lines.set(at, withValue(line, VALUES.get(random.nextInt(VALUES.size()))));
    }
  }

  private String misspelt(String line) {
    StringBuilder word = new StringBuilder(line);
    if (!line.isEmpty()) {
      word.setCharAt(random.nextInt(line.length()), (char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static String withValue(String line, String value) {
    int colon = line.indexOf(':');
    return colon < 0 ? "- " + value : line.substring(0, colon + 1) + " " + value;
  }
}
