package io.vertebra.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the state dict of a file differs from that of a network. */
record StateDictDifference(List<String> missing, List<String> unexpected, List<String> mismatched) {
  private static final int MOST_SHOWN = 8;

  static StateDictDifference of(
      Map<String, NDArray> network, Collection<String> names, TensorSource reader)
      throws IOException {
    Set<String> missing = new LinkedHashSet<>(network.keySet());
    names.forEach(missing::remove);
    Set<String> unexpected = new LinkedHashSet<>(names);
    unexpected.removeAll(network.keySet());
    List<String> mismatched = new ArrayList<>();
    for (String name : names) {
      NDArray array = network.get(name);
      if (array != null) {
        List<Long> wanted = Arrays.stream(array.getShape().getShape()).boxed().toList();
        List<Long> given = reader.info(name).shape();
        if (!wanted.equals(given)) {
          mismatched.add(name + ": " + given + " in the file, " + wanted + " in the network");
        }
      }
    }
    return new StateDictDifference(
        List.copyOf(missing), List.copyOf(unexpected), List.copyOf(mismatched));
  }

  boolean isEmpty() {
    return missing.isEmpty() && unexpected.isEmpty() && mismatched.isEmpty();
  }

  @Override
  public String toString() {
    return List.of(
            section("missing in the file", missing),
            section("unknown to the network", unexpected),
            section("of another shape", mismatched))
        .stream()
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String section(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    String shown =
        lines.stream().limit(MOST_SHOWN).map(line -> "\n    " + line).collect(Collectors.joining());
    int more = lines.size() - MOST_SHOWN;
    return "  "
        + lines.size()
        + " "
        + title
        + ":"
        + shown
        + (more > 0 ? "\n    and " + more + " more" : "");
  }
}
