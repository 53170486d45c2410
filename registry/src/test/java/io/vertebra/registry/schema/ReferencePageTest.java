package io.vertebra.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.ToyCatalog;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReferencePageTest {
  private final List<Extension> parts = parts(ToyCatalog.catalog());

  private static List<Extension> parts(Catalog catalog) {
    List<Extension> parts = new ArrayList<>(catalog.list(Kind.METRIC));
    parts.addAll(catalog.list(Kind.TRANSFORM));
    return parts;
  }

  @Test
  void eachPartIsDescribedWithItsBundleNamesAndOptions() {
    assertThat(ReferencePage.write(parts, Optional.empty()))
        .startsWith("# Reference\n")
        .contains(
            "- transform: [ToyFlip](#transform-toyflip), [ToyHalfFlip](#transform-toyhalfflip)\n"
                + "- metric: [ToyMetric]")
        .contains("\n## transform ToyFlip\n\na flip of tests. In `toys`.\n")
        .contains("Former names: `FormerFlip`.")
        .contains("- `OldFlip`: ToyFlip with T\\_max\n")
        .contains("| `flip_weight` | a number from 0 to 2 | `1.0` | the weight |\n")
        .contains("| `T_max` | a whole number | `10` | (formerly `t_max`) |\n")
        .contains("- `min_weight`: flip\\_weight\n")
        .doesNotContain("Keys of a config");
  }

  @Test
  void theKeysOfAConfigComeFirst() {
    OptionType.Section config = ToyCatalog.description().sections().get(0);

    assertThat(ReferencePage.write(parts, Optional.of(config)))
        .containsSubsequence("## Keys of a config", "| `flip` |", "required", "## transform");
  }

  @Test
  void theOrderOfThePartsDoesNotMatter() {
    String page = ReferencePage.write(parts, Optional.empty());
    Collections.reverse(parts);

    assertThat(ReferencePage.write(parts, Optional.empty())).isEqualTo(page);
  }
}
