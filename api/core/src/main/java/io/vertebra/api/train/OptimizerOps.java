package io.vertebra.api.train;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Runs updates of many arrays, each in one native call. */
@ProviderType
public interface OptimizerOps {
  /**
   * Runs a script without recording gradients. It is compiled at its first use in a run.
   *
   * @param script the script
   * @param arrays the lists that its function takes, in their order; each is one of a {@link
   *     ParameterGroup} or the gradients that {@link Optimizer#prepare} was given
   * @param numbers the numbers that its function takes after them, in their order
   * @throws RuntimeException if the script does not compile or fails, with its name
   */
  void run(UpdateScript script, List<TensorList> arrays, double... numbers);
}
