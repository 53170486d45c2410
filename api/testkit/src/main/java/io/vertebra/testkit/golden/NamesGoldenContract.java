package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.init.ModelNames;
import io.vertebra.engine.names.NameTable;
import io.vertebra.registry.bind.PartBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the names that a backbone has in other libraries with lists of them: files {@code
 * golden/names/*.tsv} among the resources of the test. The first line of a file is <code>
 * # {type: ...}</code>, the model. The second names the columns, {@code mmpretrain} first and then
 * libraries; others, such as {@code shape}, are for people. A dash stands for what a library does
 * not save, and {@code A & B} for several arrays of a library that are one here.
 */
public abstract class NamesGoldenContract extends GoldenContract {
  private static final Path FOLDER = Path.of("src/test/resources/golden/names");
  private static final String COMMENT = "# ";

  /** Makes the contract. */
  protected NamesGoldenContract() {}

  /** A file: the model, the columns, and a row for each of its weights. */
  private record NameList(String name, String model, List<String> columns, List<String[]> rows) {
    private static NameList read(Path file) throws IOException {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      String model = lines.get(0);
      assertThat(model).as(file.toString()).startsWith(COMMENT);
      List<String[]> rows = lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
      return new NameList(
          file.getFileName().toString(),
          model.substring(COMMENT.length()),
          List.of(rows.get(0)),
          rows.subList(1, rows.size()));
    }

    private List<String> column(int index) {
      return rows.stream().map(row -> row[index]).toList();
    }
  }

  @TestFactory
  final Stream<DynamicTest> names() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        NameList list = NameList.read(file);
        tests.add(dynamicTest(list.name(), () -> compare(list)));
      }
    }
    return tests.stream();
  }

  private void compare(NameList list) {
    try (PartBuilder builder = new PartBuilder()) {
      Algorithm model = plugins().build(builder, Kind.ALGORITHM, Algorithm.class, list.model());
      assertThat(saved(model)).containsExactlyInAnyOrderElementsOf(list.column(0));
      List<NameTable> tables = firsts(ModelNames.of(builder, model));
      assertThat(tables).extracting(NameTable::library).containsAll(libraries(list));
      for (NameTable table : tables) {
        int column = list.columns().indexOf(table.library());
        if (column > 0) {
          compare(table, list, column);
        }
      }
    }
  }

  private static List<String> saved(Algorithm model) {
    return model.tensors().entrySet().stream()
        .filter(each -> each.getValue().persistent())
        .map(each -> each.getKey())
        .toList();
  }

  private static List<String> libraries(NameList list) {
    return list.columns().stream().filter(List.of("torchvision", "timm")::contains).toList();
  }

  /** The first table of each library, which is the one that is written. */
  private static List<NameTable> firsts(List<NameTable> all) {
    List<NameTable> tables = new ArrayList<>();
    all.stream()
        .filter(table -> tables.stream().noneMatch(it -> it.library().equals(table.library())))
        .forEach(tables::add);
    return tables;
  }

  private static void compare(NameTable table, NameList list, int column) {
    for (String[] row : list.rows()) {
      List<String> expected =
          row[column].equals("-") ? List.of() : List.of(row[column].split(" & ", -1));
      assertThat(table.names(row[0]).map(found -> found.names()).orElse(List.of()))
          .as("%s in %s", row[0], table.library())
          .isEqualTo(expected);
    }
  }
}
