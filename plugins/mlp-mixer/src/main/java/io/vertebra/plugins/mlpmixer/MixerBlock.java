package io.vertebra.plugins.mlpmixer;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
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

  MixerBlock(MlpMixer.Options options, int tokens) {
    MixerArchitecture arch = options.arch();
    BranchSettings branch = new BranchSettings(options.dropRate(), options.dropPathRate(), 0);
    this.firstNorm = addNorm(options, "1");
    this.tokenMix =
        addModule(
            "token_mix",
            new FeedForward(tokens, arch.tokensMlpDims(), options.actCfg().create(), branch));
    this.secondNorm = addNorm(options, "2");
    this.channelMix =
        addModule(
            "channel_mix",
            new FeedForward(
                arch.embedDims(), arch.channelsMlpDims(), options.actCfg().create(), branch));
    finishInitialization();
  }

  private Norm addNorm(MlpMixer.Options options, String number) {
    Norm norm = options.normCfg().create(new NormContext(options.arch().embedDims()));
    return addModule(norm.abbreviation() + number, norm);
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
