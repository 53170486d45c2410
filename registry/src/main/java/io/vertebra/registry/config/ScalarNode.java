package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A single value: null, a {@link Boolean}, a {@link Long} (or a {@link java.math.BigInteger} where
 * that is too small), a {@link Double} or a {@link String}, with the text it was written as.
 */
public final class ScalarNode extends ConfigNode {
  private static final int CHARACTERS_PER_NODE = 64;

  private final Object value;
  private final String text;
  private final boolean quoted;

  ScalarNode(NodeInfo info, Object value, String text, boolean quoted) {
    super(info);
    this.value = value;
    this.text = requireNonNull(text, "text is null");
    this.quoted = quoted;
  }

  /** Creates a text, as one in quotes is. */
  static ScalarNode quoted(NodeInfo info, String text) {
    return new ScalarNode(info, text, text, true);
  }

  /** Creates what a text without quotes stands for in YAML. */
  static ScalarNode plain(NodeInfo info, String text) {
    return new ScalarNode(info, CoreSchema.value(text), text, false);
  }

  /** Returns the value, which may be null. */
  public Object value() {
    return value;
  }

  /** Returns the text between the quotes, or the number, truth value or null as written. */
  public String text() {
    return text;
  }

  /** Tells whether the value is null. */
  public boolean isNull() {
    return value == null;
  }

  boolean isQuoted() {
    return quoted;
  }

  /** Returns an empty list. */
  @Override
  public List<ConfigNode> children() {
    return List.of();
  }

  /** Returns nothing. */
  @Override
  public Optional<ConfigNode> child(String segment) {
    return Optional.empty();
  }

  /** Returns {@code null}, {@code a truth value}, {@code a number} or {@code a text}. */
  @Override
  public String kind() {
    if (value == null) {
      return "null";
    }
    if (value instanceof Boolean) {
      return "a truth value";
    }
    return value instanceof Number ? "a number" : "a text";
  }

  /** Returns the value, which may be null. */
  @Override
  public Object toObject() {
    return value;
  }

  @Override
  ScalarNode with(NodeInfo newInfo) {
    return new ScalarNode(newInfo, value, text, quoted);
  }

  @Override
  ScalarNode at(ConfigPath path) {
    return with(info().withPath(path));
  }

  @Override
  long weight() {
    return 1L + text.length() / CHARACTERS_PER_NODE;
  }

  @Override
  int height() {
    return 1;
  }
}
