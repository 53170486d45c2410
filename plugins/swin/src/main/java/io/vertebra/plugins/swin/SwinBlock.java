package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.AttentionSettings;
import io.vertebra.nn.BranchSettings;
import io.vertebra.nn.FeedForward;
import io.vertebra.nn.Gelu;
import io.vertebra.nn.LayerNorm;
import java.util.Optional;

/**
 * Attention within windows, then a feed-forward part, each added to what it was given: N x rows x
 * columns x C to the same shape.
 */
abstract class SwinBlock extends Layer {
  static final double EPSILON = 1e-5;

  private static FeedForward feedForward(int features, double ratio, double dropPathRate) {
    return new FeedForward(
        features,
        (int) (features * ratio),
        new Gelu(false),
        new BranchSettings(0, dropPathRate, 0));
  }

  /** Norms come first, {@code mmpretrain}'s {@code SwinBlock}. */
  static final class PreNorm extends SwinBlock {
    private final LayerNorm firstNorm;
    private final ShiftedWindows attention;
    private final LayerNorm secondNorm;
    private final FeedForward feedForward;

    PreNorm(AttentionSettings attention, WindowSettings windows, double ratio) {
      int features = attention.features();
      this.firstNorm = addModule("norm1", new LayerNorm(features, EPSILON));
      this.attention =
          addModule("attn", new ShiftedWindows(new WindowMsa(attention, windows.size()), windows));
      this.secondNorm = addModule("norm2", new LayerNorm(features, EPSILON));
      this.feedForward = addModule("ffn", feedForward(features, ratio, windows.dropPathRate()));
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
    private final LayerNorm firstNorm;
    private final FeedForward feedForward;
    private final LayerNorm secondNorm;
    private final Optional<LayerNorm> extraNorm;

    PostNorm(WindowMsaV2 attention, WindowSettings windows, double ratio, boolean withExtraNorm) {
      int features = attention.features();
      this.attention = addModule("attn", new ShiftedWindows(attention, windows));
      this.firstNorm = addModule("norm1", new LayerNorm(features, EPSILON));
      this.feedForward = addModule("ffn", feedForward(features, ratio, windows.dropPathRate()));
      this.secondNorm = addModule("norm2", new LayerNorm(features, EPSILON));
      this.extraNorm =
          withExtraNorm
              ? Optional.of(addModule("norm3", new LayerNorm(features, EPSILON)))
              : Optional.empty();
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
