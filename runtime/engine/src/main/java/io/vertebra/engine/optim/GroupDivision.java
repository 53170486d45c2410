package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides parameters into groups: those with equal settings that are frozen together share one.
 * Groups, and parameters in them, stand in the order in which parameters were put.
 */
final class GroupDivision {
  private static final String LEARNING_RATE = "lr";
  private static final String WEIGHT_DECAY = "weight_decay";

  private final TorchRuntime runtime;
  private final Optimizer optimizer;
  private final double rateScale;
  private final Map<Membership, Map<String, NDArray>> members = new LinkedHashMap<>();

  /**
   * Begins without parameters.
   *
   * @param runtime the native library
   * @param optimizer the hyper-parameters that all start from
   * @param rateScale multiplies all learning rates
   */
  GroupDivision(TorchRuntime runtime, Optimizer optimizer, double rateScale) {
    this.runtime = runtime;
    this.optimizer = optimizer;
    this.rateScale = rateScale;
  }

  /** What the parameters of a group share. */
  private record Membership(ParameterSettings settings, List<Integer> phases) {}

  /**
   * Puts a parameter into its group.
   *
   * @param settings its settings
   * @param phases when it is frozen
   * @param parameter the parameter; stays with the caller
   */
  void put(ParameterSettings settings, List<Integer> phases, NDArray parameter) {
    members
        .computeIfAbsent(new Membership(settings.ofGroup(), phases), group -> new LinkedHashMap<>())
        .put(settings.name(), parameter);
  }

  /** The parameters, one group after the other. */
  List<NDArray> parameters() {
    return members.values().stream().flatMap(group -> group.values().stream()).toList();
  }

  /**
   * Makes the groups.
   *
   * @return the groups, to be closed by the caller
   * @throws IllegalArgumentException if settings name what the optimizer does not have
   */
  List<GroupState> groups() {
    return members.entrySet().stream()
        .map(
            group ->
                new GroupState(
                    runtime,
                    group.getValue(),
                    hyperParameters(group.getKey().settings()),
                    optimizer.slots()))
        .toList();
  }

  private Map<String, Double> hyperParameters(ParameterSettings settings) {
    Map<String, Double> values = new LinkedHashMap<>(optimizer.hyperParameters());
    values.computeIfPresent(LEARNING_RATE, (name, rate) -> rate * rateScale * settings.lrFactor());
    values.computeIfPresent(WEIGHT_DECAY, (name, decay) -> decay * settings.decayFactor());
    settings.overrides().forEach((name, value) -> override(values, name, value));
    return values;
  }

  private void override(Map<String, Double> values, String name, double value) {
    if (values.replace(name, value) == null) {
      throw new IllegalArgumentException(
          "custom_keys sets '%s', but %s has no such hyper-parameter, only %s"
              .formatted(
                  name,
                  optimizer.getClass().getSimpleName(),
                  values.keySet().stream().sorted().toList()));
    }
  }
}
