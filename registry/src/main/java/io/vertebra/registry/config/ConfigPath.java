package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place in a config tree, written as keys and list indices with dots between them: {@code
 * train_dataloader.dataset.pipeline.0}. A key that is empty or holds a dot, a quote, a blank or an
 * equals sign stands in double quotes, with {@code \"} for a quote and {@code \\} for a backslash:
 * {@code custom_keys.".cls_token".decay_mult}.
 */
public final class ConfigPath {
  /** The place of the whole config. */
  public static final ConfigPath ROOT = new ConfigPath(null, "");

  private static final String NEEDS_QUOTES = ".\"'= \t\r\n";

  private final ConfigPath parent;
  private final String segment;

  private ConfigPath(ConfigPath parent, String segment) {
    this.parent = parent;
    this.segment = segment;
  }

  /**
   * Reads a path.
   *
   * @param text the path, empty for the whole config
   * @throws IllegalArgumentException if a segment is empty or a quote is not closed
   */
  public static ConfigPath parse(String text) {
    requireNonNull(text, "text is null");
    ConfigPath path = ROOT;
    for (String segment : PathParser.segments(text)) {
      path = path.child(segment);
    }
    return path;
  }

  /** Returns the place of the value of {@code key} in the mapping at this place. */
  public ConfigPath child(String key) {
    return new ConfigPath(this, requireNonNull(key, "key is null"));
  }

  /** Returns the place of the element {@code index}, from 0, of the list at this place. */
  public ConfigPath child(int index) {
    return child(Integer.toString(index));
  }

  /** Returns the place that holds this one, or nothing for the whole config. */
  public Optional<ConfigPath> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns the last key or index, or an empty text for the whole config. */
  public String last() {
    return segment;
  }

  /** Tells whether this is the place of the whole config. */
  public boolean isRoot() {
    return parent == null;
  }

  /** Returns the keys and indices from the top, without quotes. */
  public List<String> segments() {
    Deque<String> segments = new ArrayDeque<>();
    for (ConfigPath at = this; at.parent != null; at = at.parent) {
      segments.addFirst(at.segment);
    }
    return List.copyOf(segments);
  }

  /** Returns the path as {@link #parse} reads it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String each : segments()) {
      text.append(text.isEmpty() ? "" : ".").append(written(each));
    }
    return text.toString();
  }

  private static String written(String segment) {
    boolean plain =
        !segment.isEmpty() && segment.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
    return plain ? segment : '"' + segment.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfigPath that
        && segment.equals(that.segment)
        && Objects.equals(parent, that.parent);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(parent) + segment.hashCode();
  }
}
