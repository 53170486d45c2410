package io.vertebra.engine.inference;

import io.vertebra.api.model.Algorithm;
import io.vertebra.engine.names.NameTable;
import java.util.List;

/**
 * A network without arrays, and what other libraries call its weights.
 *
 * @param algorithm the network
 * @param tables the names
 */
public record NamedNetwork(Algorithm algorithm, List<NameTable> tables) {
  /** Makes a value that does not change. */
  public NamedNetwork {
    tables = List.copyOf(tables);
  }
}
