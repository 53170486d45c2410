package io.vertebra.plugins.mlpmixer;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Factory;
import io.vertebra.nn.BranchSettings;
import io.vertebra.nn.FeedForward;

/**
 * Two linear maps over tokens, then two over features, each pair on normalised input and added to
 * what it was given (Tolstikhin et al., 2021, section 2): N x L x C to the same shape.
 */
final class MixerBlock extends Layer {
  private final Norm firstNorm;
  private final FeedForward tokenMix;
  private final Norm secondNorm;
  private final FeedForward channelMix;

  /** Makes a block: what its own options do not say, those of the network do. */
  MixerBlock(MlpMixer.Options options, LayerOptions own, int tokens) {
    MixerArchitecture arch = options.arch();
    int features = arch.embedDims();
    Factory<Norm> norms = own.normCfg().orElse(options.normCfg());
    this.firstNorm = addNorm(norms, features, "1");
    this.tokenMix =
        addModule(
            "token_mix",
            maps(options, own, tokens, own.tokensMlpDims().orElse(arch.tokensMlpDims())));
    this.secondNorm = addNorm(norms, features, "2");
    this.channelMix =
        addModule(
            "channel_mix",
            maps(options, own, features, own.channelsMlpDims().orElse(arch.channelsMlpDims())));
    finishInitialization();
  }

  private Norm addNorm(Factory<Norm> norms, int features, String number) {
    Norm norm = norms.create(new NormContext(features));
    return addModule(norm.abbreviation() + number, norm);
  }

  private static FeedForward maps(
      MlpMixer.Options options, LayerOptions own, int size, int hidden) {
    return new FeedForward(
        new FeedForward.Maps(size, hidden, own.maps()),
        own.actCfg().orElse(options.actCfg())::create,
        new BranchSettings(
            own.dropRate().orElse(options.dropRate()),
            own.dropPathRate().orElse(options.dropPathRate()),
            /* layerScale= */ 0));
  }

  /** Starts the linear maps in their own way, whatever initialisers say of linear layers. */
  @Override
  public void finishInitialization() {
    tokenMix.initializeXavier();
    channelMix.initializeXavier();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray columns = firstNorm.forward(context, input).transpose(0, 2, 1);
    NDArray mixed = input.add(tokenMix.forward(context, columns).transpose(0, 2, 1));
    return mixed.add(channelMix.forward(context, secondNorm.forward(context, mixed)));
  }
}
