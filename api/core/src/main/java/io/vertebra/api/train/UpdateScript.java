package io.vertebra.api.train;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A text in TorchScript that changes arrays in place. It has a function {@code update_(self, ...)}
 * whose parameters are first lists of arrays ({@code List[Tensor]}), then numbers ({@code float}),
 * and which returns {@code None}.
 *
 * @param name a name for messages, a Python identifier
 * @param source unindented functions, each with {@code self} as its first parameter
 */
public record UpdateScript(String name, String source) {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Checks the name. */
  public UpdateScript {
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a script is a Python identifier, which '" + name + "' is not");
    }
    requireNonNull(source, "source is null");
  }

  /**
   * Reads a script from a resource.
   *
   * @param place a class of the package that has the resource
   * @param name the name of the resource without {@code .py}, a Python identifier
   * @return the script
   * @throws IllegalArgumentException if there is no such resource
   */
  public static UpdateScript of(Class<?> place, String name) {
    try (InputStream in = place.getResourceAsStream(name + ".py")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "there is no script '%s.py' beside %s: it belongs into %s among the resources"
                .formatted(name, place.getName(), place.getPackageName().replace('.', '/')));
      }
      return new UpdateScript(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the script '" + name + "'", e);
    }
  }
}
