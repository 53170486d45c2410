package io.vertebra.registry.config;

/**
 * Makes JSON into the part of YAML that it nearly is: tabs between values become blanks, {@code \/}
 * becomes a slash, and characters that YAML does not take as they are become escapes. A place
 * behind such an escape, on the same line, is the only one that moves.
 */
final class JsonText {
  private final String json;
  private final StringBuilder yaml = new StringBuilder();
  private boolean quoted;
  private int dropped;

  private JsonText(String json) {
    this.json = json;
  }

  static String toYaml(String json) {
    JsonText text = new JsonText(json);
    int next = 0;
    while (next < json.length()) {
      next = text.translate(next);
    }
    return text.yaml.toString();
  }

  private int translate(int at) {
    int c = json.codePointAt(at);
    if (c == '"') {
      quote();
    } else if (!quoted) {
      yaml.appendCodePoint(c == '\t' ? ' ' : c);
    } else if (c == '\\') {
      return escape(at + 1);
    } else if (Escapes.isNeeded(c) && c >= ' ' && !MaskedText.mayMask(c)) {
      Escapes.append(yaml, c);
    } else {
      yaml.appendCodePoint(c);
    }
    return at + Character.charCount(c);
  }

  private void quote() {
    yaml.append('"').append(" ".repeat(quoted ? dropped : 0));
    dropped = 0;
    quoted = !quoted;
  }

  private int escape(int at) {
    if (at < json.length() && json.charAt(at) == '/') {
      dropped++;
      yaml.append('/');
    } else {
      yaml.append('\\').append(json, at, Math.min(at + 1, json.length()));
    }
    return at + 1;
  }
}
