package io.vertebra.registry.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Loads a file and all it inherits from. Every file is one layer, its bases lie below it in the
 * order in which they are named, and a file that several bases share lies once, at its first place.
 */
final class BaseChain {
  private record Layer(MappingNode tree, Set<Path> order) {}

  private final Function<String, String> environment;
  private final Problems problems;
  private final ConfigMerger merger;
  private final Map<Path, Layer> layers = new LinkedHashMap<>();
  private final Map<Path, String> open = new LinkedHashMap<>();

  BaseChain(Function<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
    this.merger = new ConfigMerger(problems);
  }

  /** Returns the merged tree of a file, without {@code _base_} and directives. */
  MappingNode load(SourceText source) {
    Layer layer = layer(source);
    return merged(layer.order(), layer.tree());
  }

  private Layer layer(SourceText source) {
    Path key = key(source.file());
    open.put(key, source.name());
    SourceTree file = SourceTree.read(source, problems);
    MappingNode none = MappingNode.empty(Origin.in(source, 1, 1));
    Set<Path> order = new LinkedHashSet<>();
    for (BaseName base : file.bases(values(source, none))) {
      order.addAll(base(base).order());
    }
    MappingNode bases = file.refersToBases() ? merged(order, none) : none;
    order.add(key);
    Layer layer = new Layer(file.resolved(values(source, bases)), order);
    open.remove(key);
    layers.put(key, layer);
    return layer;
  }

  private ReferenceValues values(SourceText source, MappingNode bases) {
    return new ReferenceValues(source.file(), environment, bases, problems);
  }

  private Layer base(BaseName base) {
    Path key = key(base.file());
    if (open.containsKey(key)) {
      throw problems.fatal(cycle(key, base));
    }
    Layer known = layers.get(key);
    if (known != null) {
      return known;
    }
    if (open.size() > Limits.MAX_CHAIN || layers.size() > Limits.MAX_FILES) {
      String most = Limits.MAX_CHAIN + " levels or " + Limits.MAX_FILES + " files";
      throw problems.fatal(
          ConfigProblem.of(base.origin(), "a config may inherit from at most " + most));
    }
    return layer(SourceFiles.read(base.file(), base.origin(), problems));
  }

  private ConfigProblem cycle(Path key, BaseName base) {
    int from = new ArrayList<>(open.keySet()).indexOf(key);
    List<String> names = new ArrayList<>(open.values()).subList(from, open.size());
    String circle = names.stream().collect(Collectors.joining(" -> ", "", " -> " + open.get(key)));
    return ConfigProblem.of(
        base.origin(),
        "a config cannot inherit from itself: " + circle,
        "take one of these `_base_` entries out");
  }

  /** Returns the layers laid over each other, or {@code none} if there are none. */
  private MappingNode merged(Set<Path> order, MappingNode none) {
    MappingNode result = null;
    for (Path key : order) {
      MappingNode tree = layers.get(key).tree();
      MappingNode next = result == null ? clean(tree) : merger.merge(result, tree);
      result = Sizes.checked(next, problems);
    }
    return result == null ? none : result;
  }

  private MappingNode clean(MappingNode lowest) {
    return (MappingNode) merger.clean(ConfigPath.ROOT, lowest);
  }

  private static Path key(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
