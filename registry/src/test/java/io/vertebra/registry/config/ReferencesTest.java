package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferencesTest {
  private final Path folder;
  private final ConfigFolder files;

  ReferencesTest(@TempDir Path folder) {
    this.folder = folder;
    files = new ConfigFolder(folder);
  }

  private String loaded(String... lines) {
    return files.write("main.yaml", lines).load("main.yaml").toString();
  }

  private String values(String... lines) {
    return files.write("main.yaml", lines).values("main.yaml");
  }

  @Test
  void fileNamesAreThoseOfTheFileThatHoldsThem() {
    files.write("base.yml", "base: '{{fileBasename}}'");
    assertThat(
            loaded(
                "_base_: base.yml",
                "a: {{ fileBasenameNoExtension }}",
                "b: {{fileExtname}}",
                "c: x{{ fileBasename }}y"))
        .isEqualTo("{base: base.yml, a: main, b: '.yaml', c: xmain.yamly}");
    assertThat(files.write("main.yaml", "d: {{ fileDirname }}/w").load("main.yaml").toObject())
        .hasToString("{d=" + folder.toAbsolutePath() + "/w}");
  }

  @Test
  void environmentWinsOverTheDefault() {
    files.set("SET", "7").set("LIST", "[1, {a: b}]").set("ODD", "*x: #y");
    assertThat(
            loaded(
                "a: {{$SET:1}}",
                "b: {{$UNSET:1}}",
                "c: '{{$SET:1}}'",
                "d: {{'$SET:1'}}",
                "e: {{$LIST}}",
                "f: {{ $ODD }}",
                "g: {{$UNSET: a b }}",
                "{{$SET}}: key"))
        .isEqualTo("{a: 7, b: 1, c: '7', d: 7, e: [1, {a: b}], f: '*x: #y', g: a b, '7': key}");
  }

  @Test
  void aVariableWithoutValueAndDefaultIsNamed() {
    files.write(
        "main.yaml", "# {{$IN_A_COMMENT}}", "a:", "  - {{$NOT_SET}}", "b: 'x{{$NOR_THIS:}}'");
    assertThat(files.failure("main.yaml"))
        .startsWith("main.yaml:3:5: the environment variable `NOT_SET` is not set")
        .contains("main.yaml:4:4: the environment variable `NOR_THIS` is not set")
        .contains("{{$NOT_SET:default}}")
        .doesNotContain("IN_A_COMMENT");
  }

  @Test
  void basesAreSeenBeforeTheFileIsMerged() {
    files.write("base.yaml", "lr: 1e-3", "l: [{n: 5}, text]", "m: {a.b: [x]}", "z: null");
    assertThat(
            values(
                "_base_: base.yaml",
                "lr: 2",
                "old: {{_base_.lr}}",
                "quoted: '{{ _base_.lr }}'",
                "deep: {{_base_.l.0}}",
                "text: {{_base_.l.1}}-{{_base_.l.0.n}}",
                "number: {{_base_.l.0.n}}0",
                "dotted: {{_base_.m.\"a.b\".0}}",
                "flow: [{{_base_.l.0.n}}, {x: {{_base_.z}}}]"))
        .contains("old=0.001, quoted=0.001, deep={n=5}, text=text-5, number=50")
        .contains("dotted=x, flow=[5, {x=null}]");
  }

  @Test
  void aReferenceKeepsItsSource() {
    files.write("base.yaml", "lr: 1e-3");
    files.write("main.yaml", "_base_: base.yaml", "copy: {{_base_.lr}}");
    ConfigNode copy = files.load("main.yaml").get("copy").orElseThrow();
    assertThat(copy.origin().toString()).endsWith("main.yaml:2:7");
    assertThat(copy.history().get(0).origin().toString()).endsWith("base.yaml:1:5");
  }

  @Test
  void aReferenceThatLeadsNowhereSaysHowFarItGot() {
    files.write("base.yaml", "model: {head: {classes: 3}, neck: }", "list: [1]");
    files.write(
        "main.yaml",
        "_base_: base.yaml",
        "a: {{_base_.model.haed.classes}}",
        "b: {{_base_.list.1}}",
        "c: x{{_base_.model}}",
        "d: {{_base_.model..x}}",
        "e: {{_base_.zzzzzz}}");
    assertThat(files.failure("main.yaml"))
        .startsWith(
            "main.yaml:2:4: `_base_.model.haed.classes` leads nowhere: there is no `haed` in `model` of the bases")
        .contains("did you mean `head`?")
        .contains("main.yaml:3:4")
        .contains("main.yaml:4:4: `_base_.model` is a mapping and cannot be part of a text")
        .contains("main.yaml:5:4: `model..x` is not a path")
        .contains("keys of the bases of this file: model, list");
  }

  @Test
  void namesOfBasesMayHoldReferencesButNotToTheBases() {
    files.write("base.yaml", "a: 1").set("WHICH", "base");
    assertThat(loaded("_base_: '{{ fileDirname }}/{{$WHICH:other}}.yaml'")).isEqualTo("{a: 1}");
    files.write("main.yaml", "_base_: '{{_base_.x}}'");
    assertThat(files.failure("main.yaml")).contains("`_base_.x` leads nowhere");
  }

  @Test
  void linesAndColumnsAreThoseOfTheFile() {
    files.write("main.yaml", "a: [{{$X:1}}, {{ fileBasename }}, 2]", "b: c");
    MappingNode config = files.load("main.yaml");
    assertThat(config.find("a.1").orElseThrow().origin().column()).isEqualTo(15);
    assertThat(config.find("a.2").orElseThrow().origin().column()).isEqualTo(35);
    assertThat(config.find("b").orElseThrow().origin().line()).isEqualTo(2);
  }

  @Test
  void otherBracesAreTextOrRefused() {
    assertThat(loaded("a: '{{ name }}'")).isEqualTo("{a: \"{\\x7B name }}\"}");
    files.write("main.yaml", "a: {{ name }}");
    assertThat(files.failure("main.yaml"))
        .startsWith("main.yaml:1:5: a key has to be a text, not a mapping or a list")
        .contains("{{_base_.key}}");
  }

  @Test
  void privateCharactersOfAFileAreLeftAlone() {
    assertThat(
            files
                .write("main.yaml", "a: '\uE000\uE005'", "b: {{$X:1}}")
                .load("main.yaml")
                .toObject())
        .hasToString("{a=\uE000\uE005, b=1}");
  }

  @Test
  void referencesWorkInJson() {
    files.write("base.json", "{\"a\": {\"b\": 1}}");
    files.write(
        "main.json",
        "{\"_base_\": \"base.json\",",
        "\t\"c\": \"{{_base_.a}}\", \"d\": {{_base_.a.b}}}");
    assertThat(files.values("main.json")).isEqualTo("{a={b=1}, c={b=1}, d=1}");
  }

  @Test
  void textsAndTreesThatGrowInEveryFileAreStopped() {
    files.write("0.yaml", "s: 0123456789", "l: [1, 2, 3, 4, 5, 6, 7, 8]");
    for (int i = 1; i < 40; i++) {
      files.write(
          i + "t.yaml",
          "_base_: " + (i == 1 ? "0" : i - 1 + "t") + ".yaml",
          "s: '{{_base_.s}}{{_base_.s}}'");
      files.write(
          i + "l.yaml",
          "_base_: " + (i == 1 ? "0" : i - 1 + "l") + ".yaml",
          "l: [{{_base_.l}}, {{_base_.l}}]");
    }
    assertThat(files.failure("39t.yaml")).contains("bring over 4000000 characters");
    assertThat(files.failure("39l.yaml")).contains("more than 250000 values");
  }
}
