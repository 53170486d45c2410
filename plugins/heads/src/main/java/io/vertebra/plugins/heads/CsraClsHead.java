package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.model.Module;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Map;

/**
 * Several heads, each of which looks at the places of a class with another sharpness (Zhu and Wu,
 * Residual Attention: A Simple but Effective Method for Multi-Label Recognition, 2021), {@code
 * mmpretrain.models.CSRAClsHead}. It takes feature maps, N x C x H x W, so there is no neck that
 * pools.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "CSRAClsHead",
    summary = "Residual attention of each class on feature maps, for several labels an image")
public final class CsraClsHead extends SigmoidHead {
  private static final Map<Integer, List<Integer>> TEMPERATURES =
      Map.of(
          1, List.of(1),
          2, List.of(1, CsraModule.MAXIMUM),
          4, List.of(1, 2, 4, CsraModule.MAXIMUM),
          6, List.of(1, 2, 3, 4, 5, CsraModule.MAXIMUM),
          8, List.of(1, 2, 3, 4, 5, 6, 7, CsraModule.MAXIMUM));

  private final List<CsraModule> heads;

  /**
   * Options of {@link CsraClsHead}.
   *
   * @param numClasses classes of the logits
   * @param inChannels channels of the feature map
   * @param numHeads how many heads
   * @param lam the weight of attention
   * @param loss the training objective
   * @param positives which classes count as there
   */
  public record Options(
      @Doc("classes of the logits") @Range(min = 1) int numClasses,
      @Doc("channels of the last feature map") @Range(min = 1) int inChannels,
      @Doc("number of heads: 1, 2, 4, 6 or 8") int numHeads,
      @Doc("weight of attention beside the mean over all places, above 0") @Range(min = 0)
          double lam,
      @Doc("training objective") @Default("{type: CrossEntropyLoss, use_sigmoid: true}") Loss loss,
      @Inline PositiveOptions positives) {
    /** Checks the number of heads. */
    public Options {
      if (!TEMPERATURES.containsKey(numHeads)) {
        throw new IllegalArgumentException(
            "num_heads is " + numHeads + ", but must be 1, 2, 4, 6 or 8");
      }
    }
  }

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public CsraClsHead(Options options) {
    super(options.loss(), new HeadSize(options.inChannels(), options.numClasses()));
    heads =
        TEMPERATURES.get(options.numHeads()).stream()
            .map(temperature -> new CsraModule(options, temperature))
            .toList();
    addModule("csra_heads", new Heads(heads));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    NDArray map = last(features);
    if (map.getShape().dimension() != 4) {
      throw new IllegalArgumentException(
          "a CSRAClsHead takes feature maps, but was given features of shape %s: leave the neck out"
              .formatted(map.getShape()));
    }
    return heads.stream()
        .map(head -> head.forward(context, map))
        .reduce(NDArray::add)
        .orElseThrow();
  }

  /** The heads under their numbers. */
  private static final class Heads extends Module {
    Heads(List<CsraModule> heads) {
      for (int i = 0; i < heads.size(); i++) {
        addModule(Integer.toString(i), heads.get(i));
      }
    }
  }
}
