package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A classifier with hidden layers on the last feature, {@code
 * mmpretrain.models.StackedLinearClsHead}. New arrays are those of linear layers in PyTorch.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "StackedLinearClsHead",
    summary = "A classifier with hidden layers on the last feature")
public final class StackedLinearClsHead extends SoftmaxHead {
  private final Sequential layers;

  /**
   * Options of {@link StackedLinearClsHead}.
   *
   * @param numClasses classes of the logits
   * @param inChannels channels of the feature
   * @param midChannels sizes of the hidden layers
   * @param dropoutRate the chance of values of hidden layers to be dropped
   * @param normCfg the norm of hidden layers
   * @param actCfg the activation of hidden layers
   * @param loss the training objective
   * @param figures options about figures of training batches
   */
  public record Options(
      @Doc("classes of the logits") @Range(min = 1) int numClasses,
      @Doc("channels of the last feature") @Range(min = 1) int inChannels,
      @Doc("sizes of the hidden layers, first to last") @Range(min = 1) List<Integer> midChannels,
      @Doc("chance of values of hidden layers to be dropped in training")
          @Default("0.0")
          @Range(min = 0, max = 1)
          double dropoutRate,
      @Doc("norm of hidden layers; none where it is left out") Optional<Factory<Norm>> normCfg,
      @Doc("activation of hidden layers; null for none") @Default("{type: ReLU}")
          Optional<Factory<Activation>> actCfg,
      @Doc("training objective") @Default("{type: CrossEntropyLoss, loss_weight: 1.0}") Loss loss,
      @Inline TrainingFigures figures) {
    /** Checks that there is a hidden layer. */
    public Options {
      midChannels = List.copyOf(midChannels);
      if (midChannels.isEmpty()) {
        throw new IllegalArgumentException(
            "mid_channels is empty: name the size of a hidden layer, or take a LinearClsHead");
      }
    }
  }

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public StackedLinearClsHead(Options options) {
    super(options.loss(), new HeadSize(options.inChannels(), options.numClasses()));
    List<LinearBlock> blocks = new ArrayList<>();
    int channels = options.inChannels();
    for (int hidden : options.midChannels()) {
      blocks.add(LinearBlock.hidden(options, channels, hidden));
      channels = hidden;
    }
    blocks.add(LinearBlock.plain(channels, options.numClasses()));
    layers = addModule("layers", new Sequential(blocks));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return layers.forward(context, last(features));
  }
}
