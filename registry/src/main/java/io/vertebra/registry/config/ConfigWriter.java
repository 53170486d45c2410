package io.vertebra.registry.config;

/** Writes trees as text that a {@link ConfigLoader} reads back as the same values. */
public final class ConfigWriter {
  private ConfigWriter() {}

  /**
   * Returns YAML in block style, with a line end after the last line. Numbers are spelt as their
   * author did.
   */
  public static String yaml(ConfigNode node) {
    return new YamlWriter(false).write(node);
  }

  /** Returns YAML in block style with the origin of every value in a comment on its line. */
  public static String yamlWithOrigins(ConfigNode node) {
    return new YamlWriter(true).write(node);
  }

  /**
   * Returns JSON with an indent of two, with a line end after the last line. As JSON has no numbers
   * for them, infinities and NaN are the texts {@code Infinity}, {@code -Infinity} and {@code NaN}.
   */
  public static String json(ConfigNode node) {
    return JsonWriting.write(node);
  }
}
