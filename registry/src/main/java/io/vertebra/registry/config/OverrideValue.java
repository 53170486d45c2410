package io.vertebra.registry.config;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The value of an override: YAML on one line, with three conveniences. Values with commas between
 * them, in parentheses or not, are a list; {@code None} is null; nothing at all is the empty text.
 */
final class OverrideValue {
  private static final char LITERAL = 'x';

  private final String text;
  private final StringBuilder yaml = new StringBuilder();
  private final Deque<Character> open = new ArrayDeque<>();
  private boolean atStart = true;
  private boolean commas;
  private boolean comment;

  private OverrideValue(String text) {
    this.text = text;
  }

  static ConfigNode read(String text, Origin origin, Problems problems) {
    if (text.isBlank()) {
      return ScalarNode.quoted(NodeInfo.at(origin), "");
    }
    OverrideValue value = new OverrideValue(text);
    value.translate();
    Problems found = new Problems();
    try {
      ConfigNode node = YamlReader.read(value.yaml(), (line, column) -> origin, found);
      found.throwIfAny();
      if (!value.comment) {
        return withoutNone(node);
      }
      problems.add(unreadable(text, "` #` begins a comment", origin));
    } catch (ConfigException e) {
      e.problems().forEach(p -> problems.add(unreadable(text, p.message(), origin)));
    }
    return ScalarNode.quoted(NodeInfo.at(origin), text);
  }

  private static ConfigProblem unreadable(String text, String why, Origin origin) {
    String hint = "a text with special characters stands in quotes: key='\"...\"' in a shell";
    return ConfigProblem.of(
        origin, "the value `" + OneLine.shortened(text) + "` cannot be read: " + why, hint);
  }

  private String yaml() {
    return commas ? "[" + yaml + "]" : yaml.toString();
  }

  private void translate() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean afterBlank = i == 0 || text.charAt(i - 1) == ' ';
      comment |= c == '#' && afterBlank;
      if (atStart && (c == '"' || c == '\'')) {
        int end = endOfQuotes(i);
        yaml.append(text, i, end);
        i = end - 1;
        atStart = false;
      } else {
        translate(c, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
      }
    }
  }

  private int endOfQuotes(int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return text.length();
  }

  private void translate(char c, char next) {
    switch (c) {
      case '(' -> open(c, '[');
      case '[', '{' -> open(c, c);
      case ')', ']', '}' -> close(c);
      default -> {
        commas |= c == ',' && open.isEmpty();
        yaml.append(c);
      }
    }
    atStart = "([{,".indexOf(c) >= 0 || (c == ':' && next == ' ') || (c == ' ' && atStart);
  }

  // A bracket inside of a text, as in f(x), stands for itself.
  private void open(char bracket, char translated) {
    open.push(atStart ? bracket : LITERAL);
    yaml.append(atStart ? translated : bracket);
  }

  private void close(char bracket) {
    boolean list = !open.isEmpty() && open.pop() == '(';
    yaml.append(list && bracket == ')' ? ']' : bracket);
  }

  private static ConfigNode withoutNone(ConfigNode node) {
    if (node instanceof MappingNode mapping) {
      return new MappingNode(
          mapping.info(),
          mapping.entries().stream().map(e -> e.withValue(withoutNone(e.value()))).toList());
    }
    if (node instanceof ListNode list) {
      return new ListNode(
          list.info(), list.children().stream().map(OverrideValue::withoutNone).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean none = !scalar.isQuoted() && scalar.text().equals("None");
    return none ? new ScalarNode(scalar.info(), null, "None", false) : scalar;
  }
}
