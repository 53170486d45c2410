package io.vertebra.engine.config;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.ClassCount;
import io.vertebra.api.model.Misfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Checks that the parts of a network fit each other, and their classes those of the data. */
final class ModelCheck {
  private static final String MODEL = "model.";

  private final Findings findings;

  ModelCheck(Findings findings) {
    this.findings = findings;
  }

  void check(TrialParts parts, Optional<Algorithm> built) {
    Map<Integer, List<String>> loaders = loadersByClasses(parts);
    built.ifPresent(model -> check(model, loaders));
  }

  private void check(Algorithm model, Map<Integer, List<String>> loaders) {
    for (Misfit misfit : model.misfits()) {
      findings.problem(MODEL + misfit.key(), misfit.problem(), misfit.hint());
    }
    model.classes().ifPresent(classes -> compare(classes, loaders));
  }

  private void compare(ClassCount classes, Map<Integer, List<String>> loaders) {
    loaders.forEach(
        (count, names) -> {
          if (count != classes.count()) {
            findings.problem(
                MODEL + classes.key(),
                "is %d, but the data of %s has %d classes"
                    .formatted(classes.count(), String.join(" and ", names), count),
                "set it to " + count + ", or name other data");
          }
        });
  }

  private static Map<Integer, List<String>> loadersByClasses(TrialParts parts) {
    Map<Integer, List<String>> loaders = new TreeMap<>();
    for (String loader : TrialParts.LOADERS) {
      OptionalInt count = parts.classCount(loader);
      if (count.isPresent()) {
        loaders.computeIfAbsent(count.getAsInt(), key -> new ArrayList<>()).add(loader);
      }
    }
    return loaders;
  }
}
