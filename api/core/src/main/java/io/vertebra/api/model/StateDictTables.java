package io.vertebra.api.model;

import java.util.List;

/**
 * A network whose names in other libraries follow from its options, such as the numbers of blocks
 * in stages that others divide differently. What holds for all options is declared by {@link
 * io.vertebra.api.plugin.StateDictNames}, where it can be read without building the network.
 */
@FunctionalInterface
public interface StateDictTables {
  /**
   * Tells the names.
   *
   * @return what other libraries call the weights of a whole model with this network; a library may
   *     have several tables, of which the first is written
   */
  List<StateDictTable> stateDictTables();
}
