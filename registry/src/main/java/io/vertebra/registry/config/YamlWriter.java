package io.vertebra.registry.config;

/** Writes YAML in block style. */
final class YamlWriter {
  private static final int INDENT = 2;

  // The parser takes a key without a question mark only if it has less than 1024 characters.
  private static final int LONGEST_SIMPLE_KEY = 1000;

  private final boolean withOrigins;
  private final StringBuilder out = new StringBuilder();

  YamlWriter(boolean withOrigins) {
    this.withOrigins = withOrigins;
  }

  String write(ConfigNode node) {
    if (isBlock(node)) {
      block(node, 0, false);
    } else {
      inline(node);
    }
    return out.toString();
  }

  private static boolean isBlock(ConfigNode node) {
    return !node.children().isEmpty();
  }

  /**
   * Writes the lines of a collection; the first goes on where the output stands if it is told to.
   */
  private void block(ConfigNode node, int indent, boolean goOn) {
    boolean inLine = goOn;
    if (node instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        start(indent, inLine);
        key(entry.key(), indent);
        value(entry.value(), indent);
        inLine = false;
      }
      return;
    }
    for (ConfigNode element : node.children()) {
      start(indent, inLine);
      element(element, indent);
      inLine = false;
    }
  }

  private void start(int indent, boolean inLine) {
    if (!inLine) {
      out.append(" ".repeat(indent));
    }
  }

  private void key(String key, int indent) {
    String written = YamlScalars.text(key);
    if (written.length() > LONGEST_SIMPLE_KEY) {
      out.append("? ").append(written).append('\n').append(" ".repeat(indent));
    } else {
      out.append(written);
    }
    out.append(':');
  }

  private void value(ConfigNode value, int indent) {
    if (isBlock(value)) {
      end(value);
      block(value, indent + INDENT, false);
    } else {
      out.append(' ');
      inline(value);
    }
  }

  private void element(ConfigNode element, int indent) {
    out.append("- ");
    if (isBlock(element)) {
      block(element, indent + INDENT, true);
    } else {
      inline(element);
    }
  }

  private void inline(ConfigNode node) {
    if (node instanceof ScalarNode scalar) {
      out.append(YamlScalars.written(scalar));
    } else {
      out.append(node instanceof ListNode ? "[]" : "{}");
    }
    end(node);
  }

  private void end(ConfigNode node) {
    if (withOrigins) {
      out.append("  # ");
      node.origin()
          .toString()
          .codePoints()
          .map(YamlWriter::inComment)
          .forEach(out::appendCodePoint);
    }
    out.append('\n');
  }

  private static int inComment(int codePoint) {
    boolean printable = codePoint >= ' ' && codePoint < 0xFFFE && !isBreak(codePoint);
    return printable ? codePoint : '?';
  }

  private static boolean isBreak(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.LINE_SEPARATOR
        || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR
        || Character.getType(codePoint) == Character.SURROGATE
        || codePoint == '\uFEFF';
  }
}
