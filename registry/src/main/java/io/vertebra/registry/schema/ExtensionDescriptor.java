package io.vertebra.registry.schema;

import io.vertebra.api.plugin.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a part without loading its class.
 *
 * @param kind its kind
 * @param type its type name
 * @param className binary name of its class
 * @param summary what it is, in one line
 * @param options its options; without fields where it has none
 * @param hasOptions whether its constructor takes a record of options
 * @param common the options that all parts of its kind have; without fields where there are none
 * @param formerTypes type names that it had before
 * @param removedTypes type names that it took the place of, with what to use instead
 * @param stateDictNames what other libraries call the weights of models with it
 */
public record ExtensionDescriptor(
    Kind kind,
    String type,
    String className,
    String summary,
    OptionType.Section options,
    boolean hasOptions,
    OptionType.Section common,
    List<String> formerTypes,
    Map<String, String> removedTypes,
    List<NameTable> stateDictNames) {
  /** Makes a descriptor that does not change. */
  public ExtensionDescriptor {
    formerTypes = List.copyOf(formerTypes);
    removedTypes = Map.copyOf(removedTypes);
    stateDictNames = List.copyOf(stateDictNames);
  }

  /**
   * What a library calls weights.
   *
   * @param library the name of the library
   * @param rules rules as {@link io.vertebra.api.plugin.StateDictNames} explains them
   */
  public record NameTable(String library, List<String> rules) {
    /** Makes a table that does not change. */
    public NameTable {
      rules = List.copyOf(rules);
    }
  }

  /**
   * The keys that its mapping may have: its own and, where it has none of the same name, those of
   * all parts of its kind.
   *
   * @return the keys as one section, its own first
   */
  public OptionType.Section allOptions() {
    List<OptionField> fields = new ArrayList<>(options.fields());
    Set<String> own = options.keys();
    common.fields().stream().filter(field -> !own.contains(field.key())).forEach(fields::add);
    Map<String, String> removedKeys = new LinkedHashMap<>(common.removedKeys());
    removedKeys.putAll(options.removedKeys());
    return new OptionType.Section(options.className(), fields, options.shorthands(), removedKeys);
  }

  /**
   * Whether a config may mean this part by a name.
   *
   * @param name a type name
   * @return true for its present name and its former ones
   */
  public boolean isNamed(String name) {
    return type.equals(name) || formerTypes.contains(name);
  }
}
