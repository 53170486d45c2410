package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VocTest {
  private static final VocPrefix FOLDERS = new VocPrefix("JPEGImages", Optional.of("Annotations"));

  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(root.resolve("ImageSets/Main"));
    Files.createDirectories(root.resolve("Annotations"));
    Files.writeString(root.resolve("ImageSets/Main/trainval.txt"), "000005\n\n000007\n");
    Files.writeString(root.resolve("ImageSets/Main/test.txt"), "000005\n");
    annotation("000005", object("dog", 0), object("dog", 1), object("cat", 1), object("ufo", 0));
    annotation("000007");
  }

  private static String object(String name, int difficult) {
    return "<object><part><name>head</name></part><name>%s</name><difficult>%d</difficult></object>"
        .formatted(name, difficult);
  }

  private void annotation(String name, String... objects) throws IOException {
    Files.writeString(
        root.resolve("Annotations/" + name + ".xml"),
        "<annotation><filename>x</filename>%s</annotation>".formatted(String.join("", objects)));
  }

  private Voc.Options options(
      TrainValTest split, VocPrefix folders, Voc.Difficult difficult, String... classes) {
    return new Voc.Options(
        new PublishedOptions(root.toString(), Optional.empty(), List.of()),
        split,
        "",
        folders,
        classes.length == 0 ? Optional.empty() : Optional.of(ClassList.of(List.of(classes))),
        Optional.ofNullable(difficult));
  }

  private List<Target> targets(Voc.Options options) throws IOException {
    try (Voc set = new Voc(options)) {
      return IntStream.range(0, set.size()).mapToObj(set::target).toList();
    }
  }

  @Test
  void imagesHaveTheClassesOfTheirObjects() throws IOException {
    Voc.Options options = options(TrainValTest.TRAINVAL, FOLDERS, null);
    assertThat(options.classCount()).hasValue(20);
    try (Voc set = new Voc(options)) {
      assertThat(set.classes()).hasSize(20).startsWith("aeroplane");
      assertThat(set.target(0).labels()).containsExactly(set.classes().indexOf("dog"));
      assertThat(set.target(1).labels()).isEmpty();
      assertThat(set.source(1).orElseThrow().name())
          .isEqualTo(root.resolve("JPEGImages/000007.jpg").toString());
    }
  }

  @Test
  void classesOfDifficultObjectsAloneAreNegativeInTrainingAndNotKnownInTests() throws IOException {
    Target negative = new Target.ManyLabels(0, 1, 0);
    Target unknown = new Target.ManyLabels(-1, 1, 0);
    String[] classes = {"cat", "dog", "cow"};
    assertThat(targets(options(TrainValTest.TRAINVAL, FOLDERS, null, classes)))
        .containsExactly(negative, new Target.ManyLabels(0, 0, 0));
    assertThat(targets(options(TrainValTest.TEST, FOLDERS, null, classes)))
        .containsExactly(unknown);
    assertThat(targets(options(TrainValTest.TEST, FOLDERS, Voc.Difficult.POSITIVE, classes)))
        .containsExactly(new Target.ManyLabels(1, 1, 0));
  }

  @Test
  void withoutAnnotationsNothingIsKnown() throws IOException {
    assertThat(targets(options(TrainValTest.TEST, VocPrefix.of("JPEGImages"), null)))
        .containsExactly(Target.UNKNOWN);
  }

  @Test
  void anotherListMayBeNamed() throws IOException {
    Files.writeString(root.resolve("mine.txt"), "000007\n");
    Voc.Options given = options(TrainValTest.TEST, FOLDERS, null);
    Voc.Options options =
        new Voc.Options(
            given.files(), given.split(), "mine.txt", FOLDERS, Optional.empty(), Optional.empty());
    assertThat(targets(options)).hasSize(1);
  }

  @Test
  void damagedAnnotationsAreNamed() throws IOException {
    Voc.Options options = options(TrainValTest.TEST, FOLDERS, null);
    annotation("000005", "<object><difficult>0</difficult></object>");
    assertThatThrownBy(() -> new Voc(options)).hasMessageContaining("an object without a name");
    Files.writeString(root.resolve("Annotations/000005.xml"), "<annotation>");
    assertThatThrownBy(() -> new Voc(options))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("000005.xml' is no XML");
    Files.writeString(
        root.resolve("Annotations/000005.xml"),
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><annotation>&b;</annotation>");
    assertThatThrownBy(() -> new Voc(options)).hasMessageContaining("is no XML");
    Files.delete(root.resolve("Annotations/000005.xml"));
    assertThatThrownBy(() -> new Voc(options)).hasMessageContaining("ann_path");
    assertThatThrownBy(() -> new Voc(options(TrainValTest.VAL, FOLDERS, null)))
        .hasMessageContaining("val.txt");
  }
}
