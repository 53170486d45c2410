package io.vertebra.engine.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameTableTest {
  private static NameTable table(String... rules) {
    return NameTable.of(new ExtensionDescriptor.NameTable("other", List.of(rules)));
  }

  @ParameterizedTest
  @CsvSource({
    "backbone.stages.{s}.blocks.{b}.* = features.{2s+1}.{b}.*, backbone.stages.3.blocks.1.norm.bias,"
        + " features.7.1.norm.bias",
    "backbone.layer{l}.{b}.* = blocks.{l-1}.{b}.*, backbone.layer2.0.bn.weight,"
        + " blocks.1.0.bn.weight",
    "backbone.* = *, backbone.conv1.weight, conv1.weight",
    "head.fc.* = fc.*, head.fc.bias, fc.bias",
    "backbone.*.conv.* = *.c.*, backbone.a.b.conv.weight, a.b.c.weight"
  })
  void placesAreFilled(String rule, String ours, String theirs) {
    assertThat(table(rule).names(ours).orElseThrow().names()).containsExactly(theirs);
  }

  @Test
  void theFirstRuleThatFitsCounts() {
    NameTable table = table("backbone.ln1.* = norm.*", "backbone.* = *", "- = aux.*");

    assertThat(table.names("backbone.ln1.bias").orElseThrow().names()).containsExactly("norm.bias");
    assertThat(table.names("backbone.x").orElseThrow().names()).containsExactly("x");
    assertThat(table.names("neck.x")).isEmpty();
    assertThat(table.ignores("aux.fc.weight")).isTrue();
    assertThat(table.ignores("fc.weight")).isFalse();
  }

  @Test
  void anArrayMayBeMadeOfSeveralOrOfNone() {
    NameTable table = table("a.qkv.* = a.q.* & a.k.* & a.v.*", "a.index = -");

    assertThat(table.names("a.qkv.bias").orElseThrow().names())
        .containsExactly("a.q.bias", "a.k.bias", "a.v.bias");
    assertThat(table.names("a.index").orElseThrow().names()).isEmpty();
  }

  @Test
  void namesOfOtherPartsAreKnown() {
    NameTable table = table("head.fc.* = fc.*", "backbone.* = *");

    assertThat(table.belongsElsewhere("fc.weight", "backbone.")).isTrue();
    assertThat(table.belongsElsewhere("conv1.weight", "backbone.")).isFalse();
  }

  @Test
  void anAxisOfSeveralIsPutIntoAnotherOrder() {
    Change merging = table("x = y | (2j 2i c) -> (c 2i 2j)").names("x").orElseThrow().change();

    // Of a cell of 2 x 2 with three channels: theirs is (j * 2 + i) * 3 + c, ours c * 4 + i * 2 +
    // j.
    assertThat(merging.order(12).orElseThrow())
        .containsExactly(0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11);
    assertThat(merging.theirShape(List.of(5L, 12L))).containsExactly(5L, 12L);
    assertThatThrownBy(() -> merging.order(6))
        .hasMessageContaining("an axis of length 6 has no order");
  }

  @Test
  void shapesAreTheirs() {
    assertThat(Change.parse("1x1").theirShape(List.of(4L, 3L))).containsExactly(4L, 3L, 1L, 1L);
    assertThat(Change.parse("flat").theirShape(List.of(4L, 3L))).containsExactly(12L);
    assertThat(Change.parse("").order(3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b",
        "a = b | 3x3",
        "a = b | (2i c) -> (c)",
        "a = b | (2i 2i c) -> (c 2i 2i)",
        "a = b | (2i 2j) -> (2j 2i)",
        "a = b | (2i c d) -> (c d 2i)",
        "a = b | (2i C) -> (C 2i)"
      })
  void whatIsNoRuleIsRefusedWithWhatIsOne(String rule) {
    assertThatThrownBy(() -> table(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".*'.+' is no (rule|change|order|axis): .*");
  }
}
