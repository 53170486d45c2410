package io.vertebra.registry.config;

/** Writes a node on one line for a message and stops when that line is long enough. */
final class OneLine {
  private static final int WIDTH = 100;

  private final StringBuilder line = new StringBuilder();

  private OneLine() {}

  static String of(ConfigNode node) {
    OneLine writer = new OneLine();
    writer.write(node);
    return shortened(writer.line.toString());
  }

  /** Returns a text that is too long for a message cut off, with three dots for the rest. */
  static String shortened(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 3) + "...";
  }

  private void write(ConfigNode node) {
    if (node instanceof MappingNode mapping) {
      write(mapping);
    } else if (node instanceof ListNode list) {
      write(list);
    } else {
      line.append(scalar((ScalarNode) node));
    }
  }

  private static String scalar(ScalarNode scalar) {
    return scalar.value() instanceof String text ? text(text) : YamlScalars.written(scalar);
  }

  private static String text(String text) {
    return YamlScalars.text(text.substring(0, Math.min(text.length(), WIDTH + 1)));
  }

  private void write(MappingNode mapping) {
    line.append('{');
    String separator = "";
    for (MappingNode.Entry entry : mapping.entries()) {
      if (line.length() > WIDTH) {
        return;
      }
      line.append(separator).append(text(entry.key())).append(": ");
      write(entry.value());
      separator = ", ";
    }
    line.append('}');
  }

  private void write(ListNode list) {
    line.append('[');
    String separator = "";
    for (ConfigNode element : list.children()) {
      if (line.length() > WIDTH) {
        return;
      }
      line.append(separator);
      write(element);
      separator = ", ";
    }
    line.append(']');
  }
}
