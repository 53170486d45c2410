package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.names.NameTable;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares the names that a backbone declares for other libraries with lists of them: files {@code
 * golden/names/*.tsv} among the resources of the test. The first line of a file names the libraries
 * of its columns, {@code mmpretrain} first; a dash stands for what a library does not save.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class NamesGoldenContract {
  private static final Path FOLDER = Path.of("src/test/resources/golden/names");

  private PluginRuntime plugins;

  /** Makes the contract. */
  protected NamesGoldenContract() {}

  /**
   * The backbone whose names are compared.
   *
   * @return its type
   */
  protected abstract String type();

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  @TestFactory
  final Stream<DynamicTest> names() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        List<String[]> rows = rows(file);
        for (NameTable table : tables()) {
          int column = List.of(rows.get(0)).indexOf(table.library());
          if (column > 0) {
            tests.add(
                dynamicTest(
                    file.getFileName() + ", " + table.library(),
                    () -> compare(table, rows.subList(1, rows.size()), column)));
          }
        }
      }
    }
    return tests.stream();
  }

  /** The first table of each library, which is the one that is written. */
  private List<NameTable> tables() {
    List<NameTable> tables = new ArrayList<>();
    plugins
        .catalog()
        .find(Kind.BACKBONE, type())
        .orElseThrow()
        .descriptor()
        .stateDictNames()
        .stream()
        .map(NameTable::of)
        .filter(table -> tables.stream().noneMatch(it -> it.library().equals(table.library())))
        .forEach(tables::add);
    return tables;
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static void compare(NameTable table, List<String[]> rows, int column) {
    for (String[] row : rows) {
      List<String> expected = row[column].equals("-") ? List.of() : List.of(row[column]);
      assertThat(table.names(row[0]).map(found -> found.names()).orElse(List.of()))
          .as(row[0])
          .isEqualTo(expected);
    }
  }
}
