package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.data.Target;
import io.vertebra.engine.survey.ImageFacts;
import io.vertebra.engine.survey.SetReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DataReportTest {
  private static final List<String> CLASSES = List.of("cat", "dog", "emu");

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text, true);
  private final DataReport report = new DataReport(new Terminal(out, out, false, false), 20, 2);

  private static ImageFacts image(String name, int label, String digest) {
    return new ImageFacts(0, name, Target.of(label), digest, 30, 40);
  }

  @Test
  void namesClassesSizesAndFindings() {
    ImageFacts tiny = new ImageFacts(0, "tiny.png", Target.of(1), "t", 8, 90);
    report.print(
        "train_dataloader",
        new SetReport(
            CLASSES,
            List.of(image("a.png", 0, "x"), image("b.png", 1, "x"), tiny),
            List.of("c.png is damaged", "d.png is damaged", "e.png is damaged")));
    assertThat(text.toString())
        .contains("train_dataloader: 6 images")
        .containsPattern("0 +cat +1\n")
        .containsPattern("1 +dog +2\n")
        .contains("1 classes have no images:\n    emu")
        .contains("height: 8 to 30 pixels")
        .contains("3 cannot be read:\n    c.png is damaged\n    d.png is damaged\n    and 1 more")
        .contains("1 have a side of less than 20 pixels:\n    tiny.png")
        .contains("a.png = b.png")
        .contains("a.png (cat) = b.png (dog)");
    assertThat(report.hasFaults()).isTrue();
  }

  @Test
  void namesOfSeveralLabelsAreTold() {
    List<String> names = List.of("cat", "dog", "cat");
    report.print(
        "train_dataloader", new SetReport(names, List.of(image("a.png", 0, "x")), List.of()));
    assertThat(text.toString())
        .contains("1 class names stand for several labels:\n    cat: [0, 2]\n");
    assertThat(report.hasFaults()).isFalse();
  }

  @Test
  void trainingImagesThatAreValidatedWithAreAFault() {
    SetReport training = new SetReport(CLASSES, List.of(image("a.png", 0, "x")), List.of());
    SetReport validation = new SetReport(CLASSES, List.of(image("v.png", 0, "x")), List.of());
    Map<String, SetReport> sets = new LinkedHashMap<>();
    sets.put("train_dataloader", training);
    sets.put("val_dataloader", validation);
    report.printShared(sets);
    assertThat(text.toString())
        .contains("1 of val_dataloader are in train_dataloader too:\n    v.png");
    assertThat(report.hasFaults()).isTrue();
  }

  @Test
  void testingWithTheValidationDataIsNone() {
    SetReport set = new SetReport(CLASSES, List.of(image("v.png", 0, "x")), List.of());
    Map<String, SetReport> sets = new LinkedHashMap<>();
    sets.put("train_dataloader", new SetReport(CLASSES, List.of(), List.of()));
    sets.put("val_dataloader", set);
    sets.put("test_dataloader", set);
    report.printShared(sets);
    assertThat(text.toString()).contains("of test_dataloader are in val_dataloader too");
    assertThat(report.hasFaults()).isFalse();
  }

  @Test
  void tasksHaveTablesOfTheirOwn() {
    Target first =
        new Target.Tasks(Map.of("kind", Target.of(1), "wear", new Target.ManyLabels(1, 0)));
    Target second = new Target.Tasks(Map.of("kind", Target.of(0)));
    report.print(
        "train_dataloader",
        new SetReport(
            List.of(),
            Map.of("kind", List.of("cat", "dog")),
            List.of(
                new ImageFacts(0, "a.png", first, "x", 30, 40),
                new ImageFacts(1, "b.png", second, "x", 30, 40)),
            List.of()));
    assertThat(text.toString())
        .containsPattern("task kind\n +label +class +images\n +0 +cat +1\n +1 +dog +1\n")
        .containsPattern("task wear\n +label +class +images\n +0 +0 +1\n")
        .contains("b.png (kind: cat)");
  }

  @Test
  void longTablesAreCut() {
    List<String> many = IntStream.range(0, 50).mapToObj(i -> "class " + i).toList();
    report.print("x", new SetReport(many, List.of(), List.of()));
    assertThat(text.toString()).contains("and 10 more classes");
    report.print("y", new SetReport(List.of(), List.of(), List.of()));
    assertThat(text.toString()).contains("classes: none");
  }
}
