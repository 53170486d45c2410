package io.vertebra.plugins.inception;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import java.util.ArrayList;
import java.util.List;

/** Branches of the same input, whose outputs are joined along the channels. */
final class InceptionBlock extends Layer {
  private final List<Branch> branches;

  InceptionBlock(Branch... branches) {
    this.branches = List.of(branches);
    for (Branch branch : branches) {
      branch.layers().forEach(this::addModule);
    }
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    List<NDArray> outputs = new ArrayList<>();
    for (Branch branch : branches) {
      outputs.addAll(branch.forward(context, input));
    }
    NDArray joined = context.ops().concat(outputs, 1);
    outputs.forEach(NDArray::close);
    return joined;
  }
}
