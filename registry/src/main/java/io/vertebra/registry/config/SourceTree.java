package io.vertebra.registry.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file as a tree, its references not yet replaced.
 *
 * @param file the file
 * @param masked the text that the tree was read from
 * @param root the tree
 * @param problems takes what is wrong with the references
 */
record SourceTree(Path file, MaskedText masked, MappingNode root, Problems problems) {
  static final String BASE = "_base_";

  /** Reads a text; an empty one is an empty mapping. */
  static SourceTree read(SourceText source, Problems problems) {
    if (source.text().length() > Limits.MAX_TEXT) {
      String message = "the file has more than " + Limits.MAX_TEXT + " characters";
      throw problems.fatal(ConfigProblem.of(Origin.of(source.name()), message));
    }
    MaskedText masked = MaskedText.of(source, problems);
    boolean json = SourceFiles.isJson(source.file());
    String text = json ? JsonText.toYaml(masked.text()) : masked.text();
    Places places = (line, column) -> Origin.in(source, line, column);
    MappingNode root = mapping(YamlReader.read(text, places, problems), problems);
    return new SourceTree(source.file(), masked, root, problems);
  }

  private static MappingNode mapping(ConfigNode root, Problems problems) {
    if (root instanceof MappingNode mapping) {
      return mapping;
    }
    if (root instanceof ScalarNode scalar && scalar.isNull()) {
      return MappingNode.empty(root.origin());
    }
    throw problems.fatal(
        ConfigProblem.of(
            root.origin(),
            "a config is a mapping at the top, and this is " + root.kind(),
            "write `key: value` lines"));
  }

  /** Tells whether the file refers to values of its bases. */
  boolean refersToBases() {
    return masked.refersToBases();
  }

  /** Returns the files that this one inherits from, in order. */
  List<BaseName> bases(ReferenceValues values) {
    Optional<ConfigNode> named = root.get(BASE).map(resolver(values)::resolve);
    return named.map(value -> BaseName.all(value, file, problems)).orElse(List.of());
  }

  /** Returns the tree with its references replaced, without the names of its bases. */
  MappingNode resolved(ReferenceValues values) {
    return (MappingNode) resolver(values).resolve(root.without(BASE));
  }

  private ReferenceResolver resolver(ReferenceValues values) {
    return new ReferenceResolver(masked, values, problems);
  }
}
