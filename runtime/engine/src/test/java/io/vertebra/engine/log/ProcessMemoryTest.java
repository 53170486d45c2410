package io.vertebra.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ProcessMemoryTest {
  @Test
  void readsTheResidentMemory(@TempDir Path folder) throws IOException {
    Path status = folder.resolve("status");
    assertThat(ProcessMemory.megabytes(status)).isEmpty();
    Files.writeString(status, "Name:\tjava\nVmHWM:\t  9999 kB\nVmRSS:\t  2560 kB\n");
    assertThat(ProcessMemory.megabytes(status)).hasValue(2.5);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "others do not tell it in a file")
  void addsItToScalars() {
    assertThat(ProcessMemory.addedTo(Map.of("loss", 1.0)))
        .containsEntry("loss", 1.0)
        .hasEntrySatisfying("memory", memory -> assertThat(memory).isGreaterThan(10));
  }
}
