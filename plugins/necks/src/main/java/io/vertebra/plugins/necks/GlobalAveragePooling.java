package io.vertebra.plugins.necks;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Neck;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * Takes the mean of each feature map over all its positions, {@code
 * mmpretrain.models.GlobalAveragePooling}: N x C x ... to N x C.
 */
@Plugin(
    kind = Kind.NECK,
    type = "GlobalAveragePooling",
    summary = "The mean of each feature map over all positions")
public final class GlobalAveragePooling extends Neck {
  private final int dim;

  /**
   * Options of {@link GlobalAveragePooling}.
   *
   * @param dim how many axes of positions there are
   */
  public record Options(
      @Doc("axes of positions: 1 for sequences, 2 for images, 3 for volumes")
          @Default("2")
          @Range(min = 1, max = 3)
          int dim) {}

  /**
   * Makes the neck.
   *
   * @param options the options
   */
  public GlobalAveragePooling(Options options) {
    this.dim = options.dim();
  }

  @Override
  public List<NDArray> forward(Context context, List<NDArray> features) {
    return features.stream().map(feature -> Pooling.mean(context, feature, dim)).toList();
  }

  @Override
  public List<Integer> outChannels(List<Integer> inChannels) {
    return inChannels;
  }
}
