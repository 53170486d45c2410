package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something wrong in a config.
 *
 * @param message what is wrong, with the offender quoted
 * @param origin where
 * @param hint what to do about it
 * @param key which value it is about, where it is about one
 */
public record ConfigProblem(
    String message, Origin origin, Optional<String> hint, Optional<ConfigPath> key) {
  /** Creates a problem; no part may be null. */
  public ConfigProblem {
    requireNonNull(message, "message is null");
    requireNonNull(origin, "origin is null");
    requireNonNull(hint, "hint is null");
    requireNonNull(key, "key is null");
  }

  /** Creates a problem without a hint. */
  public static ConfigProblem of(Origin origin, String message) {
    return new ConfigProblem(message, origin, Optional.empty(), Optional.empty());
  }

  /** Creates a problem with a hint. */
  public static ConfigProblem of(Origin origin, String message, String hint) {
    return new ConfigProblem(message, origin, Optional.of(hint), Optional.empty());
  }

  /** Returns this problem, said to be about the value at a path. */
  public ConfigProblem about(ConfigPath path) {
    return new ConfigProblem(message, origin, hint, Optional.of(path));
  }

  /** Returns place and message, the line of the source with a caret, and the hint, on lines. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(origin).append(": ").append(message);
    origin.excerpt().ifPresent(lines -> text.append('\n').append(lines.indent(2).stripTrailing()));
    hint.ifPresent(line -> text.append("\n  hint: ").append(line));
    return text.toString();
  }
}
