package io.vertebra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.config.ExperimentSchema;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.schema.ReferencePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference page says what the plugins of this build are. */
final class ReferenceTest {
  private static final Path PAGE = Path.of("reference.md");
  private static final String COMMAND =
      "runtime/vertebra plugins show --all --out runtime/docs/reference.md";

  @TempDir private Path folder;

  @Test
  void pageIsUpToDate() throws IOException {
    try (Vertebra vertebra = BuiltPlugins.open(BuiltPlugins.copyTo(folder.resolve("plugins")))) {
      List<Extension> parts =
          Stream.of(Kind.values()).flatMap(kind -> vertebra.catalog().list(kind).stream()).toList();
      String page = ReferencePage.write(parts, Optional.of(ExperimentSchema.read()));
      assertThat(firstDifference(Files.readString(PAGE), page))
          .as("options of plugins have changed; write the page again by '%s'", COMMAND)
          .isEmpty();
    }
  }

  /** A line that the page should have and has not, or that it has no more. */
  private static Optional<String> firstDifference(String actual, String expected) {
    List<String> is = actual.lines().toList();
    List<String> should = expected.lines().toList();
    for (int i = 0; i < Math.min(is.size(), should.size()); i++) {
      if (!is.get(i).equals(should.get(i))) {
        return Optional.of("line %d: %s".formatted(i + 1, should.get(i)));
      }
    }
    return actual.equals(expected)
        ? Optional.empty()
        : Optional.of("%d lines in place of %d".formatted(is.size(), should.size()));
  }
}
