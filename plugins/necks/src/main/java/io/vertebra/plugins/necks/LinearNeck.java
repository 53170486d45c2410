package io.vertebra.plugins.necks;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Neck;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.Linear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Maps the last feature to another number of channels, {@code mmpretrain.models.LinearNeck}: a mean
 * over all positions where it is asked for, then a linear map, a norm and an activation.
 */
@Plugin(
    kind = Kind.NECK,
    type = "LinearNeck",
    summary = "Maps the last feature to another number of channels, and normalises it")
public final class LinearNeck extends Neck {
  private final Options options;
  private final List<Layer> layers = new ArrayList<>();

  /**
   * Options of {@link LinearNeck}.
   *
   * @param inChannels channels of the last feature
   * @param outChannels channels of what it gives
   * @param gapDim over how many axes of positions the mean is taken first
   * @param normCfg the norm
   * @param actCfg the activation
   */
  public record Options(
      @Doc("channels of the last feature") @Range(min = 1) int inChannels,
      @Doc("channels that it is mapped to") @Range(min = 1) int outChannels,
      @Doc("axes of positions that the mean is taken over first; 0 for none")
          @Default("0")
          @Range(min = 0, max = 3)
          int gapDim,
      @Doc("norm; null for none") @Default("{type: BN1d}") Optional<Factory<Norm>> normCfg,
      @Doc("activation; none where it is left out") Optional<Factory<Activation>> actCfg) {}

  /**
   * Makes the neck.
   *
   * @param options the options
   */
  public LinearNeck(Options options) {
    this.options = options;
    int channels = options.outChannels();
    add("fc", new Linear(options.inChannels(), channels, true));
    options.normCfg().ifPresent(norm -> add("norm", norm.create(new NormContext(channels))));
    options.actCfg().ifPresent(activation -> add("act", activation.create()));
  }

  private void add(String name, Layer layer) {
    layers.add(addModule(name, layer));
  }

  @Override
  public List<NDArray> forward(Context context, List<NDArray> features) {
    NDArray output = features.get(features.size() - 1);
    if (options.gapDim() > 0) {
      output = Pooling.mean(context, output, options.gapDim());
    }
    for (Layer layer : layers) {
      output = layer.forward(context, output);
    }
    return List.of(output);
  }

  @Override
  public OptionalInt inChannels() {
    return OptionalInt.of(options.inChannels());
  }

  @Override
  public List<Integer> outChannels(List<Integer> inChannels) {
    return List.of(options.outChannels());
  }
}
