package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All groups of an optimizer, some of which may be frozen at present. Parameters with equal
 * settings that are frozen together share one. It owns the groups.
 */
public final class ParameterGroups implements AutoCloseable {
  private final List<GroupState> groups;
  private final TensorList parameters;
  private List<GroupState> trained;
  private TensorList trainedParameters;

  private ParameterGroups(List<GroupState> groups, TensorList parameters) {
    this.groups = groups;
    this.parameters = parameters;
    this.trained = groups;
    this.trainedParameters = parameters.slice(0, parameters.size());
  }

  /**
   * Divides parameters that are all trained in the whole run into groups.
   *
   * @param runtime the native library
   * @param arrays what is trained, by name; stay with the caller
   * @param settings the settings of each of them
   * @param optimizer the hyper-parameters that all start from
   * @param rateScale multiplies all learning rates
   * @return the groups, owned by the caller
   * @throws IllegalArgumentException if settings name what the optimizer does not have
   */
  public static ParameterGroups divide(
      TorchRuntime runtime,
      Map<String, NDArray> arrays,
      List<ParameterSettings> settings,
      Optimizer optimizer,
      double rateScale) {
    return divide(runtime, arrays, settings, optimizer, rateScale, name -> List.of());
  }

  /**
   * Divides parameters into groups.
   *
   * @param runtime the native library
   * @param arrays what is trained at some time, by name; stay with the caller
   * @param settings the settings of each of them
   * @param optimizer the hyper-parameters that all start from
   * @param rateScale multiplies all learning rates
   * @param phases tells when a parameter is frozen; those with equal answers are frozen together
   * @return the groups, owned by the caller
   * @throws IllegalArgumentException if settings name what the optimizer does not have
   */
  public static ParameterGroups divide(
      TorchRuntime runtime,
      Map<String, NDArray> arrays,
      List<ParameterSettings> settings,
      Optimizer optimizer,
      double rateScale,
      Function<String, List<Integer>> phases) {
    GroupDivision division = new GroupDivision(runtime, optimizer, rateScale);
    settings.forEach(
        each -> division.put(each, phases.apply(each.name()), arrays.get(each.name())));
    return new ParameterGroups(division.groups(), TensorList.of(runtime, division.parameters()));
  }

  /** The groups, in the order of their first parameters. */
  List<GroupState> groups() {
    return groups;
  }

  /** The parameters of all groups, one group after the other. */
  TensorList parameters() {
    return parameters;
  }

  /** The parameters of the groups that are not frozen. */
  TensorList trainedParameters() {
    return trainedParameters;
  }

  /** The names of {@link #trainedParameters}. */
  List<String> trainedNames() {
    return names(trained);
  }

  /**
   * Freezes groups.
   *
   * @param wanted which parameters are trained from here on; says the same of all in a group
   * @return the positions of the trained parameters among all
   */
  long[] train(Predicate<String> wanted) {
    trained = groups.stream().filter(group -> wanted.test(group.names().get(0))).toList();
    List<String> all = names(groups);
    long[] positions = trainedNames().stream().mapToLong(all::indexOf).toArray();
    trainedParameters.close();
    trainedParameters = parameters.select(positions);
    return positions;
  }

  /**
   * Goes through the groups that are not frozen, with their part of a list that is ordered as their
   * parameters are.
   */
  void forEach(TensorList ordered, PartConsumer consumer) {
    if (trained.size() == 1) {
      consumer.accept(trained.get(0), ordered);
      return;
    }
    int from = 0;
    for (GroupState group : trained) {
      int to = from + group.names().size();
      try (TensorList part = ordered.slice(from, to)) {
        consumer.accept(group, part);
      }
      from = to;
    }
  }

  /** The slots of all groups as {@code optimizer/SLOT/NAME}, sharing their memory. */
  Map<String, NDArray> slotArrays(NDManager owner) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    groups.forEach(
        group ->
            group
                .slotArrays(owner)
                .forEach((name, array) -> arrays.put("optimizer/" + name, array)));
    return arrays;
  }

  /** The names of the parameters of all groups, one group after the other. */
  List<String> names() {
    return names(groups);
  }

  private static List<String> names(List<GroupState> groups) {
    return groups.stream().flatMap(group -> group.names().stream()).toList();
  }

  @Override
  public void close() {
    groups.forEach(GroupState::close);
    trainedParameters.close();
    parameters.close();
  }

  /** Is given a group and its part of a list. */
  @FunctionalInterface
  interface PartConsumer {
    void accept(GroupState group, TensorList part);
  }
}
