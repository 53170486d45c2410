package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a library calls the weights of a model.
 *
 * @param library what the library is called in commands and reports: {@code torchvision}, {@code
 *     timm}
 * @param rules rules as {@link io.vertebra.api.plugin.StateDictNames} explains them, in the order
 *     in which they are tried
 */
public record StateDictTable(String library, List<String> rules) {
  /** Makes a table that does not change. */
  public StateDictTable {
    requireNonNull(library, "library is null");
    rules = List.copyOf(rules);
  }
}
