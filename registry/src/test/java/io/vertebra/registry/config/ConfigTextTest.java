package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one text without bases is read as. */
final class ConfigTextTest {
  private static MappingNode read(String text) {
    return new ConfigLoader(name -> null).loadText(Path.of("c.yaml"), text, List.of());
  }

  private static MappingNode readJson(String text) {
    return new ConfigLoader(name -> null).loadText(Path.of("c.json"), text, List.of());
  }

  private static String refused(String text) {
    ConfigException thrown = catchThrowableOfType(ConfigException.class, () -> read(text));
    return thrown == null ? "not refused" : thrown.getMessage();
  }

  private static Object value(String text) {
    return ((ScalarNode) read("v: " + text).get("v").orElseThrow()).value();
  }

  @Test
  void scalarsAreThoseOfTheCoreSchema() {
    assertThat(value("1e-4")).isEqualTo(1e-4);
    assertThat(value("-1.5E3")).isEqualTo(-1500.0);
    assertThat(value(".5")).isEqualTo(0.5);
    assertThat(value("2.")).isEqualTo(2.0);
    assertThat(value("-3")).isEqualTo(-3L);
    assertThat(value("+3")).isEqualTo(3L);
    assertThat(value("010")).isEqualTo(10L);
    assertThat(value("0o10")).isEqualTo(8L);
    assertThat(value("0x1F")).isEqualTo(31L);
    assertThat(value("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(value("-.inf")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(value(".NaN")).isEqualTo(Double.NaN);
    assertThat(value("True")).isEqualTo(true);
    assertThat(value("FALSE")).isEqualTo(false);
    assertThat(value("~")).isNull();
    assertThat(value("")).isNull();
    assertThat(value("NULL")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "off",
        "1_000",
        "1:30",
        "2001-01-01",
        "1e",
        ".",
        "e5",
        "0x",
        "inf",
        "nan",
        "None",
        "=",
        "1.2.3"
      })
  void allElseIsText(String text) {
    assertThat(value(text)).isEqualTo(text);
  }

  @Test
  void quotedScalarsAreTexts() {
    assertThat(value("'1'")).isEqualTo("1");
    assertThat(value("\"true\"")).isEqualTo("true");
    assertThat(value("|\n  1\n  2")).isEqualTo("1\n2");
    assertThat(value("! 1")).isEqualTo("1");
    assertThat(value("!!str 1")).isEqualTo("1");
    assertThat(value("!!float 1")).isEqualTo(1.0);
  }

  @Test
  void tuplesOfPythonAreLists() {
    assertThat(read("v: !!python/tuple\n- 1\n- 5").toObject())
        .isEqualTo(Map.of("v", List.of(1L, 5L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!java.io.File [x]",
        "!!python/tuple {a: 1}",
        "!!python/tuple a",
        "!!javax.script.ScriptEngineManager {}",
        "!python/object:os.system {}",
        "!<tag:evil> x",
        "!!binary aGk=",
        "!!set {a}",
        "!!int 1.5",
        "!!timestamp 2001-01-01"
      })
  void otherTagsAreRefused(String text) {
    assertThat(refused("v: " + text))
        .startsWith("c.yaml:1:4: the tag `")
        .contains("leave the tag out");
  }

  @Test
  void keysAreTheirText() {
    assertThat(read("1: a\n1.50: b\ntrue: c\n~: d\n'x y': e\n? f\n: g").keys())
        .containsExactly("1", "1.50", "true", "~", "x y", "f");
    assertThat(refused("? [a, b]\n: c")).startsWith("c.yaml:1:3: a key has to be a text");
  }

  @Test
  void aKeyThatComesTwiceIsRefusedByBothPlaces() {
    assertThat(refused("a: 1\nb: {c: 2, c: 3}\na: 4"))
        .contains("c.yaml:2:11: the key `c` is here for the second time")
        .contains("it is first written at c.yaml:2:5")
        .contains("c.yaml:3:1: the key `a`");
  }

  @Test
  void anchorsAndMergeKeysAreWrittenOut() {
    assertThat(
            read("a: &a {x: 1, y: 2}\nb: &b {x: 3, z: 4}\nc: {<<: [*a, *b], y: 5}\nd: *a\n\"<<\": 6")
                .toObject())
        .hasToString("{a={x=1, y=2}, b={x=3, z=4}, c={x=1, y=5, z=4}, d={x=1, y=2}, <<=6}");
    assertThat(refused("a: {<<: 3}")).contains("`<<` takes a mapping or a list of mappings");
    assertThat(refused("a: &a {x: 1}\nb: {<<: *a, <<: *a}")).contains("the key `<<`");
  }

  @Test
  void anAliasNamesWhatWasWrittenBefore() {
    assertThat(refused("a: &abc 1\nb: *abd"))
        .startsWith("c.yaml:2:4: there is no anchor `&abd` before `*abd`; did you mean `abc`?");
    assertThat(refused("a: &a [*a]"))
        .startsWith("c.yaml:1:8: `*a` stands inside of what `&a` names");
    assertThat(refused("&a a: *a")).isEqualTo("not refused");
  }

  @Test
  void aBillionLaughsAreRefused() {
    StringBuilder text =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
    }
    assertThat(refused(text.toString()))
        .contains("with its aliases and references written out, this has more than 250000 values");
  }

  @Test
  void mergeKeysDoNotMultiplyEither() {
    StringBuilder text = new StringBuilder("a: &a {");
    for (int i = 0; i < 10_000; i++) {
      text.append("k").append(i).append(": 1, ");
    }
    text.append("}\nb:\n").append("- {<<: *a}\n".repeat(10_000));
    assertThat(refused(text.toString())).contains("more than 250000 values");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(refused("a: " + "[".repeat(100_000)))
        .startsWith("c.yaml:1:103: more than 100 mappings and lists in each other");
    assertThat(refused("a: " + "{a: ".repeat(100_000))).contains("more than 100 mappings");
    assertThat(refused("- ".repeat(10_000) + "a")).contains("more than 100 mappings");
  }

  @Test
  void longNumbersAreTexts() {
    assertThat(value("1".repeat(500_000))).isInstanceOf(String.class);
  }

  @Test
  void aConfigIsOneMapping() {
    assertThat(read("").isEmpty()).isTrue();
    assertThat(read("# only a comment\n").isEmpty()).isTrue();
    assertThat(read("\uFEFFa: 1").keys()).containsExactly("a");
    assertThat(refused("[1]"))
        .startsWith("c.yaml:1:1: a config is a mapping at the top, and this is a list");
    assertThat(refused("a: 1\n---\nb: 2")).startsWith("c.yaml:2:1: a config is one document");
  }

  @Test
  void whatIsNoYamlIsShownWithACaret() {
    assertThat(refused("a: 1\nb: [1, 2\nc: 3\n"))
        .startsWith("c.yaml:3:2: this is not YAML: ")
        .contains("\n  c: 3\n   ^");
    assertThat(refused("a: 'x\u0001y'"))
        .startsWith("c.yaml:1:6: no character U+0001 may stand here");
  }

  @Test
  void jsonIsReadWithItsTabsAndEscapes() {
    assertThat(
            readJson(
                    "{\n\t\"a\":\t[1,2.5e3,true,null],\n\t\"b\":{\"c\":\"\\u00e9\\/\\t\\ud83d\\ude00\\\"\"}\n}")
                .toObject())
        .hasToString("{a=[1, 2500.0, true, null], b={c=é/\t😀\"}}");
  }

  @Test
  void columnsCountCharacters() {
    assertThat(read("😀: [é, x]").find("😀.1").orElseThrow().origin()).hasToString("c.yaml:1:8");
  }
}
