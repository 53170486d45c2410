package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnnotatedDatasetsTest {
  @TempDir private Path folder;

  private AnnotatedOptions options(String json) throws IOException {
    Files.writeString(folder.resolve("ann.json"), json);
    return new AnnotatedOptions("ann.json", folder.toString(), "x", Optional.empty(), List.of());
  }

  private MultiLabelDataset labels(String json, String... classes) throws IOException {
    return new MultiLabelDataset(
        new MultiLabelDataset.Options(
            options(json),
            classes.length == 0 ? Optional.empty() : Optional.of(ClassList.of(List.of(classes)))));
  }

  @Test
  void setsOfLabelsHaveTheNamesOfMetainfoOrOption() throws IOException {
    String list = "\"data_list\": [{\"img_path\": \"a\\u002Fb.jpg\", \"gt_label\": [0, 2]}]";
    try (MultiLabelDataset set =
        labels("{\"metainfo\": {\"classes\": [\"a\", \"b\", \"c\"]}, " + list + "}")) {
      assertThat(set.classes()).containsExactly("a", "b", "c");
      assertThat(set.target(0)).isEqualTo(new Target.ManyLabels(1, 0, 1));
      assertThat(set.target(0).labels()).containsExactly(0, 2);
      assertThat(set.get(0, new SplittableRandom(0)).source().name())
          .isEqualTo(folder.resolve("x/a/b.jpg").toString());
      assertThatThrownBy(() -> set.label(0)).hasMessageContaining("has not one label");
    }
    try (MultiLabelDataset set = labels("{" + list + "}", "p", "q", "r", "s")) {
      assertThat(set.classes()).hasSize(4);
    }
    assertThatThrownBy(() -> labels("{" + list + "}")).hasMessageContaining("no classes");
    assertThatThrownBy(() -> labels("{" + list + "}", "p"))
        .hasMessageContaining("data_list[0]")
        .hasMessageContaining("no class 2");
  }

  private MultiTaskDataset tasks(String json, Map<String, ClassList> classes) throws IOException {
    return new MultiTaskDataset(new MultiTaskDataset.Options(options(json), classes));
  }

  @Test
  void classesOfTasksHaveTheNamesOfMetainfoOrOption() throws IOException {
    String json =
        "{\"metainfo\": {\"classes\": {\"kind\": [\"a\", \"b\"], \"look.color\": [\"red\"]}},"
            + " \"data_list\": []}";
    Files.writeString(folder.resolve("names.txt"), "cat\ndog\n");
    Map<String, ClassList> given =
        Map.of("kind", ClassList.of(folder.resolve("names.txt").toString()));
    try (MultiTaskDataset set = tasks(json, given)) {
      assertThat(set.taskClasses())
          .containsOnly(
              Map.entry("kind", List.of("cat", "dog")), Map.entry("look.color", List.of("red")));
    }
    try (MultiTaskDataset set = tasks("{\"data_list\": []}", Map.of())) {
      assertThat(set.taskClasses()).isEmpty();
    }
  }

  @Test
  void tasksMayBeSetsOrHaveTasksOfTheirOwn() throws IOException {
    try (MultiTaskDataset set =
        tasks(
            "{\"data_list\": [{\"img_path\": \"a.jpg\", \"gt_label\": {\"kind\": 3,"
                + " \"wear\": [1, 0, -1], \"look\": {\"color\": 2}}}]}",
            Map.of())) {
      assertThat(set.target(0))
          .isEqualTo(
              new Target.Tasks(
                  Map.of(
                      "kind", Target.of(3),
                      "wear", new Target.ManyLabels(1, 0, -1),
                      "look.color", Target.of(2))));
      assertThat(set.classes()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'[1]', has no data_list",
        "'{\"data_list\": [3]}', data_list[0] has no img_path",
        "'{\"data_list\": [{\"img_path\": \"a\", \"gt_label\": 1}]}', expected an object",
        "'{\"data_list\": [{\"img_path\": \"a\", \"gt_label\": {\"k\": 0.5}}]}', found 0.5",
        "'{\"data_list\": [{\"img_path\": \"a\", \"gt_label\": {\"k\": \"x\"}}]}', found x",
        "'{\"data_list\" 3}', 'ann.json'' is no JSON: Expected '':'' at line 1'",
        "'{\"data_list\": [1 2]}', 'line 1 column 19 path $.data_list[1]'",
        "'{\"data_list\": tru}', is no JSON",
        "'{\"a\": \"\\q\"}', is no JSON",
        "'{\"a\": \"x', is no JSON",
        "'{} 5', is no JSON",
        "'{5: 1}', is no JSON"
      })
  void saysWhatIsWrongWithAnnotations(String json, String message) {
    assertThatThrownBy(() -> tasks(json, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void allOfJsonIsRead() throws IOException {
    Path file = folder.resolve("all.json");
    Files.writeString(file, " {\"a\": [true, false, null, -1.5e2, \"\\n\\\"\"], \"b\": {}} \n");
    assertThat(JsonFile.read(file)).hasToString("{a=[true, false, null, -150.0, \n\"], b={}}");
    assertThatThrownBy(() -> JsonFile.read(folder.resolve("none.json")))
        .hasMessageContaining("none.json");
  }
}
