package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigWriterTest {
  private static MappingNode read(String name, String text) {
    return new ConfigLoader(variable -> null).loadText(Path.of(name), text, List.of());
  }

  @Test
  void yamlIsInBlockStyleWithNumbersAsWritten() {
    String text =
        "a: {lr: 1e-4, n: 0x1F, e: {}, l: []}\nb: [[1, [2]], {c: d, e: [f]}, {}, ~]\n'x: y': 'no'\n";
    assertThat(ConfigWriter.yaml(read("c.yaml", text)))
        .isEqualTo(
            """
            a:
              lr: 1e-4
              n: 0x1F
              e: {}
              l: []
            b:
              - - 1
                - - 2
              - c: d
                e:
                  - f
              - {}
              - null
            'x: y': 'no'
            """);
  }

  @Test
  void originsAreCommentsThatDoNotChangeTheValues() {
    MappingNode config =
        new ConfigLoader(name -> null)
            .loadText(
                Path.of("c.yaml"), "a: {b: 1, c: []}\nd: [x]", List.of("a.b=\"p\nq\"", "e={}"));
    String text = ConfigWriter.yamlWithOrigins(config);
    assertThat(text)
        .isEqualTo(
            """
            a:  # c.yaml:1:4
              b: p q  # --cfg-options a.b="p?q"
              c: []  # c.yaml:1:14
            d:  # c.yaml:2:4
              - x  # c.yaml:2:5
            e: {}  # --cfg-options e={}
            """);
    assertThat(read("again.yaml", text).toObject()).isEqualTo(config.toObject());
  }

  @Test
  void jsonHasNoSpecialNumbers() {
    assertThat(
            ConfigWriter.json(
                read("c.yaml", "a: [.inf, -.inf, .nan, 0x10, 1e-4, ~, 'x\"']\nb: {}")))
        .isEqualTo(
            """
            {
              "a": [
                "Infinity",
                "-Infinity",
                "NaN",
                16,
                1.0E-4,
                null,
                "x\\""
              ],
              "b": {}
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a ",
        "1",
        "1e5",
        "0x1",
        "null",
        "~",
        "yes",
        "NO",
        "on",
        "-",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "'",
        "\"",
        "\\",
        "a\nb",
        "\n",
        "\t",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "{",
        "[",
        "]",
        ",",
        "?",
        "? a",
        ":",
        "<<",
        "=",
        "---",
        "...",
        "{{ fileBasename }}",
        "{{$HOME:x}}",
        "{{{_base_.a}}}",
        "\u0085\u2028",
        "\uFEFFx",
        "\u0000",
        "😀",
        "\uD83D",
        "\uE000",
        "_delete_",
        "a.b",
        "None",
        ".inf",
        "1_000",
        "0o7",
        "true"
      })
  void anyTextIsReadBackAsItself(String text) {
    ScalarNode node = ScalarNode.quoted(NodeInfo.at(Origin.of("test")), text);
    MappingNode.Entry entry = new MappingNode.Entry("key", node.origin(), node);
    MappingNode config = new MappingNode(NodeInfo.at(node.origin()), List.of(entry));
    assertThat(read("c.yaml", ConfigWriter.yaml(config)).toObject()).isEqualTo(config.toObject());
    assertThat(read("c.json", ConfigWriter.json(config)).toObject()).isEqualTo(config.toObject());
  }

  @Test
  void longKeysAreReadBack() {
    String text = "? " + "k".repeat(5000) + "\n: {? '" + "# ".repeat(3000) + "' : [1, {a: b}]}\n";
    MappingNode config = read("c.yaml", text);
    String printed = ConfigWriter.yaml(config);
    assertThat(read("c.yaml", printed).toObject()).isEqualTo(config.toObject());
  }

  @Test
  void printingIsStable() {
    for (int seed = 0; seed < 500; seed++) {
      MappingNode config = new RandomTrees(new Random(seed)).mapping(4);
      String printed = ConfigWriter.yaml(config);
      MappingNode again = read("c.yaml", printed);
      assertThat(again.toObject()).as("seed %d", seed).isEqualTo(config.toObject());
      assertThat(ConfigWriter.yaml(again)).as("seed %d", seed).isEqualTo(printed);
      String json = ConfigWriter.json(config);
      assertThat(ConfigWriter.json(read("c.json", json))).as("seed %d", seed).isEqualTo(json);
    }
  }
}
