package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TarDatasetTest {
  @TempDir private Path folder;

  private TarDataset open(String shards, boolean withLabel, String... classes) throws IOException {
    return new TarDataset(
        new TarDataset.Options(
            shards,
            folder.toString(),
            withLabel,
            List.of(".jpg"),
            classes.length == 0 ? Optional.empty() : Optional.of(ClassList.of(List.of(classes))),
            Optional.empty(),
            List.of()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String content(TarDataset set, int index) throws IOException {
    Sample sample = set.get(index, new SplittableRandom(0));
    return new String(sample.source().read(), StandardCharsets.UTF_8);
  }

  @Test
  void samplesOfSeveralArchivesAreReadInAnyOrder() throws IOException {
    Tars.write(
        folder.resolve("train-00.tar"),
        Tars.entry("n1/a.cls", "2\n"),
        Tars.entry("n1/a.jpg", "first"),
        Tars.entry("n1/b.JPG", "second"),
        Tars.entry("n1/b.cls", "0"),
        Tars.entry("n1/b.txt", "nothing"));
    Tars.write(
        folder.resolve("train-01.tar"), Tars.entry("c.jpg", "third"), Tars.entry("c.cls", "1"));
    try (TarDataset set = open("train-{00..01}.tar", true)) {
      assertThat(set.size()).isEqualTo(3);
      assertThat(set.classes()).containsExactly("0", "1", "2");
      assertThat(content(set, 2)).isEqualTo("third");
      assertThat(content(set, 0)).isEqualTo("first");
      assertThat(set.label(1)).isZero();
      assertThat(set.get(1, new SplittableRandom(0)).source().name())
          .endsWith("train-00.tar!n1/b.JPG");
    }
    try (TarDataset set = open("train-*.tar", true, "x", "y", "z")) {
      assertThat(set.size()).isEqualTo(3);
      assertThat(set.classes()).containsExactly("x", "y", "z");
    }
  }

  @Test
  void longNamesAreKept() throws IOException {
    String name = "d/".repeat(70) + "long";
    Tars.write(
        folder.resolve("a.tar"),
        Tars.entry('L', "././@LongLink", bytes(name + ".jpg\0")),
        Tars.entry("cut.jpg", "one"),
        Tars.entry('x', "pax", bytes("160 path=" + name + "2.jpg\n")),
        Tars.entry("cut2.jpg", "two"),
        Tars.entry('5', "folder/", new byte[0]));
    try (TarDataset set = open("a.tar", false)) {
      assertThat(set.size()).isEqualTo(2);
      assertThat(set.target(0)).isEqualTo(Target.UNKNOWN);
      assertThat(set.get(0, new SplittableRandom(0)).source().name()).endsWith(name + ".jpg");
      assertThat(set.get(1, new SplittableRandom(0)).source().name()).endsWith(name + "2.jpg");
      assertThatThrownBy(() -> set.label(0)).hasMessageContaining("with_label is false");
    }
  }

  @Test
  void saysWhatIsMissingOrDamaged() throws IOException {
    assertThatThrownBy(() -> open("none*.tar", true)).hasMessageContaining("none*.tar");
    assertThatThrownBy(() -> open("none-{3..4}.tar", true)).hasMessageContaining("none-3.tar");
    Path file = folder.resolve("a.tar");
    Tars.write(file, Tars.entry("a.jpg", "image"));
    assertThatThrownBy(() -> open("a.tar", true))
        .hasMessageContaining("no label 'a.cls' for 'a.jpg'");
    Tars.write(file, Tars.entry("a.jpg", "image"), Tars.entry("a.cls", "dog"));
    assertThatThrownBy(() -> open("a.tar", true)).hasMessageContaining("holds 'dog'");
    Tars.write(file, Tars.entry("a.jpg", "image"), Tars.entry("a.cls", "2"));
    assertThatThrownBy(() -> open("a.tar", true, "x", "y"))
        .hasMessageContaining("label 2, but classes names only 0 to 1");
    Tars.cut(file, 515);
    assertThatThrownBy(() -> open("a.tar", true)).hasMessageContaining("cut short");
    Files.writeString(file, "x".repeat(600));
    assertThatThrownBy(() -> open("a.tar", true)).hasMessageContaining("no tar archive");
  }
}
