package io.vertebra.engine.model;

import io.vertebra.engine.config.FreezeOptions;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Options of a freezing with their pattern compiled.
 *
 * @param options the options
 * @param pattern matches whole names of parameters
 */
record FreezeRule(FreezeOptions options, Pattern pattern) {
  static FreezeRule of(FreezeOptions options) {
    String names =
        Arrays.stream(options.params().split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return new FreezeRule(options, Pattern.compile("(?:" + names + ")(?:\\..*)?"));
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
