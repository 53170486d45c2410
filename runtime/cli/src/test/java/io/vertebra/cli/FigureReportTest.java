package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.metric.Table;
import io.vertebra.engine.metric.Figures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FigureReportTest {
  private static String printed(Map<String, Double> numbers, Map<String, Table> tables) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text, true);
    FigureReport.print(new Figures(numbers, tables), out);
    return text.toString();
  }

  @Test
  void numbersAreRoundedAndTablesAligned() {
    Table table = new Table(List.of("0", "1"), List.of(List.of(30.0, 1.0), List.of(0.25, 4.0)));
    assertThat(
            printed(Map.of("accuracy/top1", 200 / 3.0), Map.of("confusion_matrix/result", table)))
        .isEqualToNormalizingNewlines(
            """
            accuracy/top1: 66.6667
            confusion_matrix/result:
               0       1
            0  30      1
            1  0.2500  4
            """);
  }

  @Test
  void tablesThatFitOnNoScreenAreOnlyNamed() {
    Table table = Table.column("recall", Collections.nCopies(1000, 1.0));
    assertThat(printed(Map.of(), Map.of("x/recall_classwise", table)))
        .contains("x/recall_classwise: a table of 1000 x 1");
  }
}
