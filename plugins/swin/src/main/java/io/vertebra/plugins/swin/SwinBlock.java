package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.nn.FeedForward;
import java.util.Optional;

/**
 * Attention within windows, then a feed-forward part, each added to what it was given: N x rows x
 * columns x C to the same shape.
 */
abstract class SwinBlock extends Layer {
  private final BlockOptions options;
  private final int features;

  private SwinBlock(BlockOptions options, int features) {
    this.options = options;
    this.features = features;
  }

  final Norm addNorm(String name) {
    return addModule(name, options.normCfg().create(new NormContext(features)));
  }

  final FeedForward addFeedForward(double dropPathRate) {
    return addModule("ffn", options.ffnCfgs().create(features, options.ffnRatio(), dropPathRate));
  }

  /** Norms come first, {@code mmpretrain}'s {@code SwinBlock}. */
  static final class PreNorm extends SwinBlock {
    private final Norm firstNorm;
    private final ShiftedWindows attention;
    private final Norm secondNorm;
    private final FeedForward feedForward;

    PreNorm(WindowMsa attention, WindowSettings windows, BlockOptions options) {
      super(options, attention.features());
      this.firstNorm = addNorm("norm1");
      this.attention = addModule("attn", new ShiftedWindows(attention, windows));
      this.secondNorm = addNorm("norm2");
      this.feedForward = addFeedForward(windows.dropPathRate());
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      NDArray attended = attention.forward(context, firstNorm.forward(context, input));
      NDArray sum = input.add(attended);
      return sum.add(feedForward.forward(context, secondNorm.forward(context, sum)));
    }
  }

  /** Norms come last in each branch, {@code mmpretrain}'s {@code SwinBlockV2}. */
  static final class PostNorm extends SwinBlock {
    private final ShiftedWindows attention;
    private final Norm firstNorm;
    private final FeedForward feedForward;
    private final Norm secondNorm;
    private final Optional<Norm> extraNorm;

    PostNorm(
        WindowMsaV2 attention,
        WindowSettings windows,
        BlockOptions options,
        boolean withExtraNorm) {
      super(options, attention.features());
      this.attention = addModule("attn", new ShiftedWindows(attention, windows));
      this.firstNorm = addNorm("norm1");
      this.feedForward = addFeedForward(windows.dropPathRate());
      this.secondNorm = addNorm("norm2");
      this.extraNorm = withExtraNorm ? Optional.of(addNorm("norm3")) : Optional.empty();
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      NDArray attended = firstNorm.forward(context, attention.forward(context, input));
      NDArray sum = input.add(attended);
      NDArray all = sum.add(secondNorm.forward(context, feedForward.forward(context, sum)));
      return extraNorm.isPresent() ? extraNorm.get().forward(context, all) : all;
    }
  }
}
