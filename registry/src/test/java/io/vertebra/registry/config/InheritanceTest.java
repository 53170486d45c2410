package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InheritanceTest {
  private final ConfigFolder files;

  InheritanceTest(@TempDir Path folder) {
    files = new ConfigFolder(folder);
  }

  @Test
  void basesAreRelativeToTheFileThatNamesThem() {
    files.write("sub/main.yaml", "_base_: [../base/a.yaml, ./b.json]", "c: 3");
    files.write("base/a.yaml", "_base_: deep/d.yml", "a: 1");
    files.write("base/deep/d.yml", "d: 4");
    files.write("sub/b.json", "{\"b\": 2}");
    assertThat(files.values("sub/main.yaml")).isEqualTo("{d=4, a=1, b=2, c=3}");
  }

  @Test
  void laterBasesLieOverEarlierOnesAndTheFileOverBoth() {
    files.write("a.yaml", "x: {p: a, q: a, r: a}");
    files.write("b.yaml", "x: {q: b, r: b}");
    files.write("main.yaml", "_base_: [a.yaml, b.yaml]", "x: {r: main}");
    assertThat(files.values("main.yaml")).isEqualTo("{x={p=a, q=b, r=main}}");
  }

  @Test
  void basesMayShareAnAncestorWhichLiesOnceBelowBoth() {
    files.write("root.yaml", "common: 1", "list: [r]");
    files.write("a.yaml", "_base_: root.yaml", "common: 2", "list: {_append_: a}");
    files.write("b.yaml", "_base_: root.yaml", "list: {_append_: b}");
    files.write("main.yaml", "_base_: [a.yaml, b.yaml]");
    assertThat(files.values("main.yaml")).isEqualTo("{common=2, list=[r, a, b]}");
  }

  @Test
  void aCycleIsRefusedByTheNamesOfItsFiles() {
    files.write("start.yaml", "_base_: one.yaml");
    files.write("one.yaml", "_base_: two.yaml");
    files.write("two.yaml", "x: 1", "_base_: [one.yaml]");
    assertThat(files.failure("start.yaml"))
        .startsWith(
            "two.yaml:2:10: a config cannot inherit from itself: one.yaml -> two.yaml -> one.yaml")
        .contains("\n  _base_: [one.yaml]\n           ^\n");
  }

  @Test
  void aBaseThatIsMissingIsNamedWhereItIsNamed() {
    files.write("main.yaml", "a: 1", "_base_: nowhere.yaml");
    assertThat(files.failure("main.yaml"))
        .startsWith("main.yaml:2:9: there is no config file `nowhere.yaml`");
    assertThat(files.failure("absent.yaml")).contains("there is no config file `absent.yaml`");
  }

  @Test
  void whatIsNoFileNameIsRefused() {
    files.write("main.yaml", "_base_: [3, '', {a: 1}]");
    assertThat(files.failure("main.yaml"))
        .contains("main.yaml:1:10: `_base_` names a file, and this is 3")
        .contains("main.yaml:1:13")
        .contains("main.yaml:1:17");
    files.write("zero.yaml", "_base_: \"a\\0b.yaml\"");
    assertThat(files.failure("zero.yaml")).contains("zero.yaml:1:9: this is no name of a file");
  }

  @Test
  void onlyConfigsAreRead() {
    files.write("main.yaml", "_base_: model.py").write("model.py", "import os");
    assertThat(files.failure("main.yaml")).contains("`model.py` is a program");
    files.write("main.yaml", "_base_: model.txt");
    assertThat(files.failure("main.yaml")).contains("a config ends with .yaml, .yml or .json");
  }

  @Test
  void mappingsOverScalarsAndListsAreRefusedByBothPlaces() {
    files.write("base.yaml", "n: 2", "deep: {list: [1]}", "nothing:");
    files.write(
        "main.yaml", "_base_: base.yaml", "n: {a: 1}", "deep: {list: {b: 2}}", "nothing: {c: 3}");
    assertThat(files.failure("main.yaml"))
        .contains(
            "main.yaml:2:4: `n` is a mapping here, {a: 1}, but a number in what it inherits from: 2 at base.yaml:1:4")
        .contains("main.yaml:3:14: `deep.list`")
        .contains("[1] at base.yaml:2:14")
        .contains("_delete_: true")
        .doesNotContain("nothing");
  }

  @Test
  void allElseReplacesAMapping() {
    files.write("base.yaml", "a: {x: 1}", "b: {x: 1}", "c: {x: 1}", "d: {x: 1}");
    files.write("main.yaml", "_base_: base.yaml", "a: 1", "b: [1]", "c:", "d: {y: 2}");
    assertThat(files.values("main.yaml")).isEqualTo("{a=1, b=[1], c=null, d={x=1, y=2}}");
  }

  @Test
  void aMappingMayStandOverNull() {
    files.write("base.yaml", "a: null");
    files.write("main.yaml", "_base_: base.yaml", "a: {x: 1}");
    assertThat(files.values("main.yaml")).isEqualTo("{a={x=1}}");
  }

  @Test
  void deleteStartsFromNothingAndNeverStays() {
    files.write("base.yaml", "a: {x: 1, deep: {y: 2}}", "s: 3", "l: [4]");
    files.write(
        "main.yaml",
        "_base_: base.yaml",
        "a: {deep: {_delete_: true, z: 5}}",
        "s: {_delete_: true, t: 6}",
        "l: {_delete_: true}",
        "new: {_delete_: true, inner: {_delete_: false, u: 7}, list: [{_delete_: true, v: 8}]}");
    assertThat(files.values("main.yaml"))
        .isEqualTo("{a={x=1, deep={z=5}}, s={t=6}, l={}, new={inner={u=7}, list=[{v=8}]}}");
  }

  @Test
  void deleteAtTheTopDropsTheBases() {
    files.write("base.yaml", "a: 1");
    files.write("main.yaml", "_base_: base.yaml", "_delete_: true", "b: 2");
    assertThat(files.values("main.yaml")).isEqualTo("{b=2}");
  }

  @Test
  void deleteIsTrueOrFalse() {
    files.write("main.yaml", "a: {_delete_: 1}");
    assertThat(files.failure("main.yaml")).startsWith("main.yaml:1:15: `_delete_` is 1");
  }

  @Test
  void noNameIsReserved() {
    files.write("main.yaml", "text: a", "filename: b", "pretty_text: c", "env_variables: d");
    assertThat(files.load("main.yaml").keys())
        .containsExactly("text", "filename", "pretty_text", "env_variables");
  }

  @Test
  void everyNodeKnowsItsPlaceAndWhatItReplaced() {
    files.write("a.yaml", "m:", "  lr: 1e-1");
    files.write("b.yaml", "_base_: a.yaml", "m: {lr: 0.2}");
    files.write("main.yaml", "_base_: b.yaml", "m:", "  lr: 0.3", "  l: [{k: v}]");
    MappingNode config = files.load("main.yaml", "m.lr=0.4");
    ConfigNode rate = config.find("m.lr").orElseThrow();
    assertThat(rate.path()).hasToString("m.lr");
    assertThat(rate.origin()).hasToString("--cfg-options m.lr=0.4");
    assertThat(rate.history())
        .extracting(HistoryEntry::value)
        .containsExactly("0.3", "0.2", "1e-1");
    assertThat(rate.history().get(0).origin().toString()).endsWith("main.yaml:3:7");
    assertThat(config.find("m.l.0.k").orElseThrow().path()).hasToString("m.l.0.k");
    MappingNode mapping = (MappingNode) config.get("m").orElseThrow();
    assertThat(mapping.keyOrigin("l").orElseThrow().toString()).endsWith("main.yaml:4:3");
    assertThat(mapping.origin().toString()).endsWith("main.yaml:3:3");
  }

  @Test
  void aLongChainIsRefused() {
    for (int i = 0; i < 150; i++) {
      files.write(i + ".yaml", "_base_: " + (i + 1) + ".yaml");
    }
    assertThat(files.failure("0.yaml")).contains("a config may inherit from at most 100 levels");
  }

  @Test
  void tenLevelsOfHundredsOfLinesResolve() {
    int parts = 100;
    for (int level = 0; level < 10; level++) {
      StringBuilder text =
          new StringBuilder(level == 0 ? "" : "_base_: " + (level - 1) + ".yaml\n");
      for (int part = level; part < level + parts; part++) {
        text.append("part" + part + ":\n  level: " + level + "\n  lr: {{$RATE:1e-4}}\n");
      }
      text.append(level == 0 ? "" : "old" + level + ": {{_base_.part" + level + "}}\n");
      files.write(level + ".yaml", text.toString());
    }
    MappingNode config = files.load("9.yaml");
    assertThat(config.size()).isEqualTo(parts + 9 + 9);
    assertThat(config.find("part9.level").orElseThrow().history()).hasSize(9);
    assertThat(config.find("old9").orElseThrow().toObject()).hasToString("{level=8, lr=1.0E-4}");
  }
}
