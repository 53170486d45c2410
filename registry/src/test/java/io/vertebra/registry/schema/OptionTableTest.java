package io.vertebra.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.registry.bind.ToyCatalog;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class OptionTableTest {
  private static OptionType.Section flip() {
    return ToyCatalog.description().extensions().stream()
        .filter(part -> part.type().equals("ToyFlip"))
        .findFirst()
        .orElseThrow()
        .options();
  }

  @Test
  void eachOptionHasARowWithWhatItMayBe() {
    assertThat(OptionTable.of(flip()))
        .extracting(OptionTable.Row::key, row -> row.field().expectation(), row -> row.standard())
        .contains(
            Tuple.tuple("flip_weight", "a number from 0 to 2", "1.0"),
            Tuple.tuple("reduction", "one of mean, sum", "mean"),
            Tuple.tuple("label", "a text", "none"));
  }

  @Test
  void whatHasNoDefaultIsRequired() {
    assertThat(OptionTable.of(ToyCatalog.description().sections().get(0)))
        .filteredOn(row -> row.key().equals("flip"))
        .extracting(OptionTable.Row::standard, row -> row.field().expectation())
        .containsExactly(
            Tuple.tuple("required", "a mapping with the type of a transform (by default ToyFlip)"));
  }

  @Test
  void refusedKeysSayWhatToUse() {
    assertThat(OptionTable.removed(flip())).containsEntry("min_weight", "flip_weight");
  }

  @Test
  void aMappingThatStandsForAListHasRowsOfItsKeys() {
    assertThat(OptionTable.of(ToyCatalog.description().sections().get(0)))
        .extracting(OptionTable.Row::key)
        .contains("days", "days.begin", "days.end")
        .doesNotContain("days.list");
  }
}
