package io.vertebra.testkit.golden;

import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Writes state dicts as lists of keys, as the files of golden keys have them. */
public final class StateKeys {
  private StateKeys() {}

  /**
   * Lists the tensors of a network in their order.
   *
   * @param network the network
   * @return a line for each: its name, its shape as in {@code 64x3x7x7}, and {@code param} or
   *     {@code buffer}, with tabs between
   */
  public static List<String> of(Module network) {
    return network.tensors().entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String line(String name, ModelTensor tensor) {
    String kind = tensor instanceof Parameter ? "param" : "buffer";
    return String.join("\t", name, shape(tensor), kind);
  }

  /** A shape as in {@code 64x3x7x7}, empty for a scalar. */
  static String shape(ModelTensor tensor) {
    return LongStream.of(tensor.shape().getShape())
        .mapToObj(Long::toString)
        .collect(Collectors.joining("x"));
  }
}
