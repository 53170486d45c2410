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
  @TempDir private Path folder;

  @Test
  void pageIsUpToDate() throws IOException {
    try (Vertebra vertebra = BuiltPlugins.open(BuiltPlugins.copyTo(folder.resolve("plugins")))) {
      List<Extension> parts =
          Stream.of(Kind.values()).flatMap(kind -> vertebra.catalog().list(kind).stream()).toList();
      assertThat(Files.readString(Path.of("reference.md")))
          .as(
              "options of plugins have changed; write the page again by"
                  + " 'runtime/vertebra plugins show --all --out runtime/docs/reference.md'")
          .isEqualTo(ReferencePage.write(parts, Optional.of(ExperimentSchema.read())));
    }
  }
}
