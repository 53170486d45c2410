package io.vertebra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.ConfigLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each config that is shipped suits the plugins of this build, whether its data are there or not.
 */
final class ShippedConfigsTest {
  private static final Path CONFIGS = Path.of("../../configs");

  @TempDir private static Path folder;
  private static Vertebra vertebra;

  @BeforeAll
  static void open() throws IOException {
    vertebra = BuiltPlugins.open(BuiltPlugins.copyTo(folder.resolve("plugins")));
  }

  @AfterAll
  static void close() {
    vertebra.close();
  }

  private static List<Path> configs() throws IOException {
    try (Stream<Path> files = Files.walk(CONFIGS)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
          .filter(file -> !file.getParent().endsWith("_base_"))
          .sorted()
          .toList();
    }
  }

  @Test
  void theQuickstartIsAmongThem() throws IOException {
    assertThat(configs()).contains(CONFIGS.resolve("quickstart.yaml"));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void isWithoutMistakes(Path config) throws IOException {
    vertebra.experiment(new ConfigLoader().load(config, List.of())).close();
  }
}
