package io.vertebra.engine.init;

import io.vertebra.api.model.Module;
import io.vertebra.api.model.StateDictTables;
import io.vertebra.engine.names.NameTable;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.ArrayList;
import java.util.List;

/** Finds out what other libraries call the weights of a model. */
public final class ModelNames {
  private ModelNames() {}

  /**
   * The tables of the plugins that the parts of a model were built by, and those that follow from
   * the options of a part.
   *
   * @param builder what built the parts
   * @param model the model
   * @return the tables, in the order in which the parts declare them
   * @throws IllegalStateException if a plugin has a rule that is none
   */
  public static List<NameTable> of(PartBuilder builder, Module model) {
    List<NameTable> tables = new ArrayList<>();
    for (Module part : model.modules().values()) {
      builder.descriptor(part).ifPresent(descriptor -> tables.addAll(of(part, descriptor)));
    }
    return tables;
  }

  private static List<NameTable> of(Module part, ExtensionDescriptor descriptor) {
    try {
      List<NameTable> tables = new ArrayList<>();
      if (part instanceof StateDictTables named) {
        named.stateDictTables().stream().map(NameTable::of).forEach(tables::add);
      }
      descriptor.stateDictNames().stream().map(NameTable::of).forEach(tables::add);
      return tables;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "the plugin " + descriptor.type() + " names weights wrongly: " + e.getMessage(), e);
    }
  }
}
