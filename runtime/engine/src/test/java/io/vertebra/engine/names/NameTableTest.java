package io.vertebra.engine.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.registry.schema.ExtensionDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
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
    assertThat(toOurs(merging, 12L)).containsExactly(0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11);
    assertThat(toOurs(merging, 2L, 4L)).containsExactly(0, 2, 1, 3, 4, 6, 5, 7);
    assertThat(merging.theirShape(List.of(5L, 12L))).contains(List.of(5L, 12L));
    assertThat(merging.fits(List.of(5L, 12L), List.of(5L, 12L))).isTrue();
    assertThat(merging.fits(List.of(5L, 6L), List.of(5L, 6L))).isFalse();
  }

  /** Where the places of an array of theirs come to lie, and that they come back. */
  private static List<Integer> toOurs(Change change, Long... shape) {
    List<Long> theirs = List.of(shape);
    int size = Math.toIntExact(theirs.stream().reduce(1L, (a, b) -> a * b));
    ByteBuffer places = ByteBuffer.allocateDirect(4 * size).order(ByteOrder.LITTLE_ENDIAN);
    IntStream.range(0, size).forEach(places::putInt);
    ByteBuffer moved = change.toOurs(places.flip(), theirs, 4);
    return IntStream.range(0, size).map(i -> moved.getInt(4 * i)).boxed().toList();
  }

  @Test
  void axesAreSwappedAndJoined() {
    Change query = Change.parse("i h d -> (h d) i");

    assertThat(query.fits(List.of(2L, 3L, 1L), List.of(3L, 2L))).isTrue();
    assertThat(query.fits(List.of(2L, 3L, 2L), List.of(3L, 4L))).isFalse();
    assertThat(toOurs(query, 2L, 3L, 1L)).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(query.theirShape(List.of(3L, 2L))).as("heads are not told by ours").isEmpty();
  }

  @Test
  void axesThatAreSwappedComeBackWhateverTheSizeOfValues() {
    Change kernel = Change.parse("h w i o -> o i h w");
    List<Long> ours = List.of(5L, 4L, 3L, 2L);

    assertThat(kernel.theirShape(ours)).contains(List.of(3L, 2L, 4L, 5L));
    for (int bytes : new int[] {1, 2, 4, 8}) {
      ByteBuffer values = ByteBuffer.allocateDirect(120 * bytes);
      IntStream.range(0, 120 * bytes).forEach(i -> values.put((byte) i));
      ByteBuffer theirs = kernel.toTheirs(values.flip(), ours, bytes);
      assertThat(theirs).isNotEqualTo(values);
      assertThat(kernel.toOurs(theirs, List.of(3L, 2L, 4L, 5L), bytes)).isEqualTo(values);
    }
  }

  @Test
  void shapesAreTheirs() {
    assertThat(Change.parse("1x1").theirShape(List.of(4L, 3L))).contains(List.of(4L, 3L, 1L, 1L));
    assertThat(Change.parse("7x7").theirShape(List.of(4L, 98L))).contains(List.of(4L, 2L, 7L, 7L));
    assertThat(Change.parse("7x7").theirShape(List.of(4L, 97L))).isEmpty();
    assertThat(Change.parse("flat").theirShape(List.of(4L, 3L))).contains(List.of(12L));
  }

  @Test
  void oursMayBeAPartOfTheirs() {
    TheirNames bias = table("a.v_bias = a.qkv.bias | 3/3").names("a.v_bias").orElseThrow();

    assertThat(bias.share()).isEqualTo(new Share(3, 3));
    assertThat(bias.fits(List.of(List.of(12L)), List.of(4L))).isTrue();
    assertThat(bias.fits(List.of(List.of(12L)), List.of(12L))).isFalse();
    assertThat(bias.fits(List.of(List.of(13L)), List.of(4L))).isFalse();
    assertThatThrownBy(() -> table("a = b | 4/3")).hasMessageContaining("'4/3' is no part");
  }

  @Test
  void aRuleWhoseNumberWouldBeNegativeDoesNotFit() {
    NameTable table = table("l.{b}.* = second.{b-3}.*", "l.{b}.* = first.{b}.*");

    assertThat(table.names("l.2.x").orElseThrow().names()).containsExactly("first.2.x");
    assertThat(table.names("l.3.x").orElseThrow().names()).containsExactly("second.0.x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b",
        "a = b | 3x4",
        "a = b | i o -> o",
        "a = b | i o -> (o i",
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
