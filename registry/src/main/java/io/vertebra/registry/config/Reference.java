package io.vertebra.registry.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in double braces that stands for a value.
 *
 * @param kind what it refers to
 * @param name the variable, or the path below {@code _base_}
 * @param fallback the value of an environment variable that is not set
 */
record Reference(Kind kind, String name, Optional<String> fallback) {
  /** What a reference refers to. */
  enum Kind {
    FILE,
    ENVIRONMENT,
    BASE
  }

  static final Set<String> FILE_NAMES =
      Set.of("fileDirname", "fileBasename", "fileBasenameNoExtension", "fileExtname");

  private static final String BASE_PREFIX = "_base_.";
  private static final Pattern VARIABLE = Pattern.compile("\\$(\\w++)\\s*+(?::(.*+))?");

  /** Reads what stands between the braces, or nothing if it is no reference. */
  static Optional<Reference> parse(String inside) {
    String text = inside.strip();
    if (FILE_NAMES.contains(text)) {
      return Optional.of(new Reference(Kind.FILE, text, Optional.empty()));
    }
    if (text.startsWith(BASE_PREFIX)) {
      String path = text.substring(BASE_PREFIX.length());
      return Optional.of(new Reference(Kind.BASE, path, Optional.empty()));
    }
    Matcher variable = VARIABLE.matcher(unquoted(text));
    return variable.matches() ? Optional.of(environment(variable)) : Optional.empty();
  }

  // An empty default is none: that is how MMEngine reads {{$NAME:}}.
  private static Reference environment(Matcher variable) {
    Optional<String> fallback =
        Optional.ofNullable(variable.group(2)).map(String::strip).filter(text -> !text.isEmpty());
    return new Reference(Kind.ENVIRONMENT, variable.group(1), fallback);
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    boolean quoted =
        last > 0
            && (text.charAt(0) == '\'' || text.charAt(0) == '"')
            && text.charAt(last) == text.charAt(0);
    return quoted ? text.substring(1, last).strip() : text;
  }
}
