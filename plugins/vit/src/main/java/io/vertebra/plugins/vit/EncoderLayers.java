package io.vertebra.plugins.vit;

import io.vertebra.nn.AttentionSettings;
import io.vertebra.nn.BranchSettings;
import io.vertebra.nn.FeedForward;
import io.vertebra.nn.SwiGluFeedForward;
import io.vertebra.nn.TokenMlp;
import io.vertebra.nn.TransformerEncoderLayer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the encoder layers of a network: what a layer's own options do not say, the network's do.
 */
final class EncoderLayers {
  private final VitOptions options;
  private final VitArchitecture arch;

  EncoderLayers(VitOptions options) {
    this.options = options;
    this.arch = options.arch();
  }

  List<TransformerEncoderLayer> all() {
    return IntStream.range(0, arch.numLayers()).mapToObj(this::layer).toList();
  }

  private TransformerEncoderLayer layer(int index) {
    LayerOptions own = options.layerCfgs().of(index);
    BranchSettings branch = branch(own, index);
    AttentionSettings attention =
        new AttentionSettings(
            arch.embedDims(),
            own.numHeads().orElse(arch.numHeads()),
            own.qkvBias().orElse(options.qkvBias()),
            own.attnDropRate());
    return new TransformerEncoderLayer(
        attention, branch, own.normCfg().orElse(options.normCfg()), feedForward(own, branch));
  }

  private BranchSettings branch(LayerOptions own, int index) {
    int last = arch.numLayers() - 1;
    double growing = last == 0 ? 0 : options.dropPathRate() * index / last;
    return new BranchSettings(
        own.dropRate().orElse(options.dropRate()),
        own.dropPathRate().orElse(growing),
        own.layerScaleInitValue().orElse(options.layerScaleInitValue()));
  }

  private TokenMlp feedForward(LayerOptions own, BranchSettings branch) {
    int features = arch.embedDims();
    int hidden = own.feedforwardChannels().orElse(arch.feedforwardChannels());
    return switch (own.ffnType()) {
      case ORIGIN ->
          new FeedForward(
              new FeedForward.Maps(features, hidden, own.maps()), own.actCfg()::create, branch);
      case SWIGLU_FUSED -> new SwiGluFeedForward(features, hidden, branch.layerScale());
    };
  }
}
