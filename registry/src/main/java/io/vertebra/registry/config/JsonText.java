package io.vertebra.registry.config;

/** Makes JSON into the part of YAML that it nearly is. */
final class JsonText {
  private JsonText() {}

  /**
   * Returns a text with a blank for every tab outside of strings: JSON may be indented with tabs,
   * YAML may not.
   */
  static String withoutTabs(String json) {
    StringBuilder text = new StringBuilder(json);
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      } else if (c == '\t' && !quoted) {
        text.setCharAt(i, ' ');
      }
    }
    return text.toString();
  }
}
