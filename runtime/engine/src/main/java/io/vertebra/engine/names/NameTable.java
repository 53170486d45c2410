package io.vertebra.engine.names;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.StateDictTable;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.List;
import java.util.Optional;

/** What one library calls the weights of a model. */
public final class NameTable {
  private final String library;
  private final List<NameRule> rules;

  private NameTable(String library, List<NameRule> rules) {
    this.library = library;
    this.rules = rules;
  }

  /**
   * Reads the rules of a plugin.
   *
   * @param table the library and its rules, as the plugin declares them
   * @return the table
   * @throws IllegalArgumentException if a rule is none, with the rule and what is allowed
   */
  public static NameTable of(ExtensionDescriptor.NameTable table) {
    requireNonNull(table, "table is null");
    return of(new StateDictTable(table.library(), table.rules()));
  }

  /**
   * Reads the rules of a network.
   *
   * @param table the library and its rules
   * @return the table
   * @throws IllegalArgumentException if a rule is none, with the rule and what is allowed
   */
  public static NameTable of(StateDictTable table) {
    requireNonNull(table, "table is null");
    return new NameTable(table.library(), table.rules().stream().map(NameRule::parse).toList());
  }

  /**
   * The library.
   *
   * @return its name
   */
  public String library() {
    return library;
  }

  /**
   * What an array of ours is called there.
   *
   * @param name the name of ours, in the whole model
   * @return their names, or empty where no rule speaks of it
   */
  public Optional<TheirNames> names(String name) {
    return rules.stream().flatMap(rule -> rule.names(name).stream()).findFirst();
  }

  /**
   * Whether a network has no use for an array of theirs.
   *
   * @param theirName the name of theirs
   * @return true if a rule says so
   */
  public boolean ignores(String theirName) {
    return rules.stream().anyMatch(rule -> rule.ours().isEmpty() && rule.speaksOf(theirName));
  }

  /**
   * Whether an array of theirs is one of another part of the model.
   *
   * @param theirName the name of theirs
   * @param path what the names of the part start with
   * @return true if a rule for names that start otherwise speaks of it
   */
  public boolean belongsElsewhere(String theirName, String path) {
    return rules.stream()
        .anyMatch(rule -> !rule.ourText().startsWith(path) && rule.speaksOf(theirName));
  }
}
