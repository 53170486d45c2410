package io.vertebra.host.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class SystemPackagesTest {
  private static final String EXPORTS = read();

  private static String read() {
    try {
      return SystemPackages.read(SystemPackagesTest.class.getClassLoader()).exports();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void apiIsExportedWithTheVersionsOfItsPackages() {
    assertThat(EXPORTS)
        .containsPattern("(^|,)io\\.vertebra\\.api\\.data;version=\"1\\.")
        .containsPattern("(^|,)io\\.vertebra\\.nn;version=\"1\\.");
  }

  @Test
  void djlIsExportedWithTheVersionOfItsJar() {
    assertThat(EXPORTS)
        .containsPattern("(^|,)ai\\.djl\\.ndarray;version=\"0\\.\\d+\\.\\d+\"")
        .contains(",ai.djl.ndarray.types;version=");
  }

  @Test
  void slf4jIsExported() {
    assertThat(EXPORTS).containsPattern("(^|,)org\\.slf4j;[^,]*").contains("version=\"2.0.");
  }

  @Test
  void restOfTheClassPathIsNot() {
    assertThat(EXPORTS).doesNotContain("com.google", "io.vertebra.host", "org.osgi", "org.junit");
  }
}
