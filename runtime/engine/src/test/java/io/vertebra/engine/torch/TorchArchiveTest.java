package io.vertebra.engine.torch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

final class TorchArchiveTest {
  private static final String SOURCE = "def f(self) -> int:\n  return 1\n";

  @Test
  void holdsTheTextAsMethodsOfAClass() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(TorchArchive.of("Example", SOURCE)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    assertThat(entries.keySet())
        .containsExactly(
            "module/data.pkl",
            "module/code/__torch__.py",
            "module/constants.pkl",
            "module/version");
    assertThat(entries.get("module/code/__torch__.py"))
        .startsWith("class Example(Module):\n")
        .endsWith("  def f(self) -> int:\n    return 1\n");
  }

  @Test
  void startsEveryContentAtAMultipleOf64Bytes() {
    ByteBuffer bytes =
        ByteBuffer.wrap(TorchArchive.of("Example", SOURCE)).order(ByteOrder.LITTLE_ENDIAN);
    int entry = 0;
    while (bytes.getInt(entry) == 0x04034B50) {
      int content = entry + 30 + bytes.getShort(entry + 26) + bytes.getShort(entry + 28);
      assertThat(content % 64).isZero();
      entry = content + bytes.getInt(entry + 18);
    }
    assertThat(entry).isPositive();
  }

  @Test
  void isTheSameEachTime() {
    assertThat(TorchArchive.of("Example", SOURCE)).isEqualTo(TorchArchive.of("Example", SOURCE));
  }
}
