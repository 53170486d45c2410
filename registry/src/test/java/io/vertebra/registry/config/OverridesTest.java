package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OverridesTest {
  private static final String CONFIG =
      "n: 2\np: [{type: A, x: 1}, {type: B}]\nm: {k: {a: 1}, '.dot': 3}\nnothing:\n";

  private static MappingNode with(String... options) {
    return new ConfigLoader(name -> null).loadText(Path.of("c.yaml"), CONFIG, List.of(options));
  }

  private static String refused(String... options) {
    return catchThrowableOfType(ConfigException.class, () -> with(options)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | 1",
        "1e-4 | 1e-4",
        "true | true",
        "None | null",
        "[None, a] | [null, a]",
        "none | 'none'",
        "a,b | [a, b]",
        "(a,b) | [a, b]",
        "1,(2,3) | [1, [2, 3]]",
        "(1,) | [1]",
        "() | []",
        "{a: (1, None)} | {a: [1, null]}",
        "{a: 1},{b: 2} | [{a: 1}, {b: 2}]",
        "'a,b' | 'a,b'",
        "\"1\" | '1'",
        "'None' | 'None'",
        "f(x,y) | 'f(x,y)'",
        "a b | a b",
        "it's | 'it''s'",
        "http://x/y?a=b | 'http://x/y?a=b'",
        "'#fff' | '#fff'",
        "`` | ''",
      })
  void valuesAreYaml(String text, String value) {
    assertThat(with("v=" + text).get("v").orElseThrow()).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1",
        "(1",
        "a]: b: c",
        "*x",
        "@a",
        "a #b",
        "#fff",
        "'a",
        "!!x/y z",
        "{a: 1, a: 2}"
      })
  void aValueThatCannotBeReadIsQuoted(String text) {
    assertThat(refused("v=" + text))
        .startsWith("--cfg-options v=" + text + ": the value `" + text + "` cannot be read: ")
        .contains("stands in quotes");
  }

  @Test
  void keysLeadThroughMappingsAndLists() {
    assertThat(with("p.0.x=5", "m.k.a=6", "n=8").toObject())
        .hasToString("{n=8, p=[{type=A, x=5}, {type=B}], m={k={a=6}, .dot=3}, nothing=null}");
  }

  @Test
  void onlyWhatIsNamedChangesItsOrigin() {
    MappingNode config = with("p.0.x=5");
    assertThat(config.find("p.0.x").orElseThrow().origin()).hasToString("--cfg-options p.0.x=5");
    assertThat(config.find("p.0").orElseThrow().origin()).hasToString("c.yaml:2:5");
    assertThat(config.find("p").orElseThrow().origin()).hasToString("c.yaml:2:4");
  }

  @Test
  void missingKeysAreCreated() {
    MappingNode config = with("new.deep.0=1", "nothing.a=2", "m.k.b=3");
    assertThat(config.find("m.k").orElseThrow()).hasToString("{a: 1, b: 3}");
    assertThat(config.find("nothing").orElseThrow()).hasToString("{a: 2}");
    assertThat(config.find("new").orElseThrow()).hasToString("{deep: {'0': 1}}");
  }

  @Test
  void keysWithDotsStandInQuotes() {
    assertThat(with("m.\".dot\"=7").find("m.\".dot\"").orElseThrow()).hasToString("7");
    assertThat(with("m.\"a=b\"=7").find("m.\"a=b\"").orElseThrow()).hasToString("7");
  }

  @Test
  void valuesMergeAsThoseOfAFileDo() {
    assertThat(with("m={k: {b: 2}}").find("m.k").orElseThrow()).hasToString("{a: 1, b: 2}");
    assertThat(with("m={_delete_: true, b: 2}").get("m").orElseThrow()).hasToString("{b: 2}");
    assertThat(with("m._delete_=true", "m.b=2").get("m").orElseThrow()).hasToString("{b: 2}");
    assertThat(refused("p={a: 1}")).contains("`p` is a mapping here");
  }

  @Test
  void listsArePatchedAsInAFile() {
    assertThat(with("p._append_=c", "p._remove_=A").get("p").orElseThrow())
        .hasToString("[{type: B}, c]");
    assertThat(with("p._insert_before_.B={type: C}", "p._merge_.A.x=3").get("p").orElseThrow())
        .hasToString("[{type: A, x: 3}, {type: C}, {type: B}]");
    assertThat(refused("m.k._append_=1")).contains("`_append_` changes a list");
  }

  @Test
  void anIndexOutOfRangeStatesTheLength() {
    assertThat(refused("p.2.x=1"))
        .startsWith(
            "--cfg-options p.2.x=1: there is no element 2 in `p`, which has 2 elements (c.yaml:2:4)")
        .contains("indices are 0 to 1; to append write `p._append_=...`");
    assertThat(refused("p.-1.x=1")).contains("`p` is a list (c.yaml:2:4), so it has no `-1`");
    assertThat(refused("p.A.x=1")).contains("`p._merge_.Type.key=value`");
  }

  @Test
  void aScalarHasNoKeys() {
    assertThat(refused("n.x=1")).contains("`n` is 2 (c.yaml:1:4), so it has no `x`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=1", "a", "a..b=1", "\"a=1", ".a=1"})
  void aTextThatIsNoOverrideIsRefused(String option) {
    assertThat(refused(option)).startsWith("--cfg-options " + option + ": ");
  }

  @Test
  void allOverridesAreCheckedBeforeAnyIsReported() {
    assertThat(
            catchThrowableOfType(ConfigException.class, () -> with("n.x=1", "p.9=1", "a"))
                .problems())
        .hasSize(3);
  }

  @Test
  void basesAreNoOverride() {
    assertThat(refused("_base_=a.yaml")).contains("a config inherits in its file");
  }

  @Test
  void aVeryDeepKeyIsRefused() {
    assertThat(refused("a" + ".a".repeat(100_000) + "=1")).contains("more than 100 keys in a path");
  }
}
