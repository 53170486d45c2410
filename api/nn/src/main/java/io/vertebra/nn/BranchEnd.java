package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import java.util.Optional;

/**
 * What a residual branch of a transformer ends with; its layers are modules of the branch.
 *
 * @param dropout drops values
 * @param scale multiplies features, where there is one
 * @param dropPath leaves the branch out
 */
record BranchEnd(Dropout dropout, Optional<LayerScale> scale, DropPath dropPath) {
  BranchEnd(int features, BranchSettings settings) {
    this(
        new Dropout(settings.dropRate()),
        settings.layerScale() > 0
            ? Optional.of(new LayerScale(features, settings.layerScale()))
            : Optional.empty(),
        new DropPath(settings.dropPathRate()));
  }

  NDArray consume(Context context, NDArray input) {
    NDArray kept = dropout.consume(context, input);
    NDArray scaled = scale.isPresent() ? scale.get().consume(context, kept) : kept;
    return dropPath.consume(context, scaled);
  }
}
