package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
  @Test
  void cellsStandBelowEachOther() {
    StringWriter text = new StringWriter();
    Columns.print(
        List.of(
            List.of("KIND", "TYPE", "STATE"),
            List.of("backbone", "A", "active"),
            List.of("neck", "LongName", "")),
        new PrintWriter(text));
    assertThat(text.toString().lines())
        .containsExactly(
            "KIND      TYPE      STATE", "backbone  A         active", "neck      LongName");
  }
}
