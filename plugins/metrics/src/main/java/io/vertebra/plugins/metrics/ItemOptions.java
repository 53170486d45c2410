package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Table;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which figures of labels are wanted; names are those of MMPretrain.
 *
 * @param items the figures
 * @param average how figures of classes become one; each class has its own where it is empty
 */
@ConfigSection
public record ItemOptions(
    @Doc("figures wanted: precision, recall, f1-score, support")
        @Default("[precision, recall, f1-score]")
        List<Item> items,
    @Doc("how figures of classes become one; null for a figure of each class") @Default("macro")
        Optional<Average> average) {
  /** Checks that there is something to compute. */
  public ItemOptions {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException(
          "items is an empty list: name one or more of precision, recall, f1-score and support");
    }
  }

  /** The names of the figures; none where each class has its own. */
  Optional<List<String>> names(List<String> suffixes) {
    return Optional.of(
        average.stream()
            .flatMap(
                mode ->
                    suffixes.stream()
                        .flatMap(suffix -> items.stream().map(item -> name(item, suffix, mode))))
            .toList());
  }

  /** The figures of all classes together. */
  Map<String, Double> figures(LabelCounts counts, String suffix) {
    Map<String, Double> figures = new LinkedHashMap<>();
    average.ifPresent(
        mode ->
            items.forEach(
                item -> figures.put(name(item, suffix, mode), counts.average(item, mode))));
    return figures;
  }

  /** The figures of each class. */
  Map<String, Table> tables(LabelCounts counts, String suffix) {
    Map<String, Table> tables = new LinkedHashMap<>();
    if (average.isEmpty()) {
      for (Item item : items) {
        tables.put(
            item.label() + suffix + "_classwise", Table.column(item.label(), counts.values(item)));
      }
    }
    return tables;
  }

  private static String name(Item item, String suffix, Average mode) {
    String name = item.label() + suffix;
    return mode == Average.MACRO ? name : name + "_" + mode.name().toLowerCase(Locale.ROOT);
  }
}
