package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Factory;

/**
 * Self-attention, then a feed-forward part, each on normalised input and added to what it was given
 * (Dosovitskiy et al., An Image is Worth 16x16 Words, 2021, section 3.1); {@code
 * mmpretrain.models.backbones.vision_transformer.TransformerEncoderLayer}. N x L x C to the same
 * shape.
 *
 * <p>Names are {@code ln1}, {@code attn}, {@code ln2} and {@code ffn}, whatever the norms are. The
 * feed-forward part starts as {@link TokenMlp#initializeXavier} says.
 */
public final class TransformerEncoderLayer extends Layer {
  private final Norm firstNorm;
  private final MultiheadAttention attention;
  private final Norm secondNorm;
  private final TokenMlp feedForward;

  /**
   * Makes the layer.
   *
   * @param attention the settings of the attention
   * @param branch the settings of the branch that the attention is
   * @param norms makes the norms of both branches
   * @param feedForward the feed-forward part
   */
  public TransformerEncoderLayer(
      AttentionSettings attention,
      BranchSettings branch,
      Factory<Norm> norms,
      TokenMlp feedForward) {
    NormContext norm = new NormContext(attention.features());
    this.firstNorm = addModule("ln1", norms.create(norm));
    this.attention = addModule("attn", new MultiheadAttention(attention, branch));
    this.secondNorm = addModule("ln2", norms.create(norm));
    this.feedForward = addModule("ffn", feedForward);
    feedForward.initializeXavier();
  }

  /** Starts the feed-forward part in its own way, whatever initialisers say of linear layers. */
  @Override
  public void finishInitialization() {
    feedForward.initializeXavier();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray attended = attention.consume(context, firstNorm.forward(context, input));
    try (NDArray sum = Intermediates.sum(attended, input)) {
      NDArray mapped = feedForward.consume(context, secondNorm.forward(context, sum));
      return Intermediates.sum(mapped, sum);
    }
  }
}
