package io.vertebra.plugins.repvgg;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.NormContext;
import io.vertebra.nn.SqueezeExcitation;
import java.util.Optional;

/**
 * The sum of branches, or the one convolution that computes the same; where the network has it, a
 * weighing of channels; an activation. N x C x H x W to N x K x H' x W'.
 */
final class RepVggBlock extends Layer {
  private final BlockBody body;
  private final Optional<SqueezeExcitation> squeeze;
  private final Activation activation;

  RepVggBlock(RepVggOptions options, BlockShape shape) {
    body =
        options.deploy()
            ? new BlockBody.Merged(shape.convolution(3, /* bias= */ true))
            : new Branches(
                shape, () -> options.normCfg().create(new NormContext(shape.outChannels())));
    body.modules().forEach(this::addModule);
    squeeze =
        options
            .arch()
            .seCfg()
            .map(config -> addModule("se_layer", config.layer(shape.outChannels())));
    activation = addModule("act", options.actCfg().create());
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = body.forward(context, input);
    if (squeeze.isPresent()) {
      output = squeeze.get().consume(context, output);
    }
    return activation.consume(context, output);
  }

  /** What computes before the activation. */
  BlockBody body() {
    return body;
  }
}
