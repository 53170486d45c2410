package io.vertebra.plugins.inception;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GoogLeNet with batch norms, {@code torchvision.models.GoogLeNet}, for images of 15 x 15 and more.
 * The feature is N x classes; with {@code aux_logits} the logits of the two auxiliary classifiers
 * come before it in training, for a head such as {@link AuxiliaryClsHead}.
 */
@StateDictNames(
    library = "torchvision",
    rules = {"backbone.* = *", "- = aux1.*", "- = aux2.*"})
@Plugin(
    kind = Kind.BACKBONE,
    type = "GoogLeNet",
    summary = "GoogLeNet (Inception v1) with its classifier, and two auxiliary ones by aux_logits")
@Variant(type = "googlenet")
public final class GoogLeNet extends Backbone {
  private static final Distribution WEIGHTS = Distribution.truncatedNormal(0.01);

  private final List<Layer> layers = new ArrayList<>();
  private final Map<Layer, GoogLeNetAuxiliary> auxiliaries = new LinkedHashMap<>();
  private final boolean transformInput;
  private final ClassifierEnd end;
  private final int classes;

  /**
   * Options of {@link GoogLeNet}.
   *
   * @param numClasses classes of the logits
   * @param auxLogits whether there are auxiliary classifiers
   * @param transformInput whether images normalised by ImageNet's mean and deviation are first
   *     brought to a mean and deviation of 0.5
   * @param initWeights whether new weights are drawn from a truncated normal distribution
   * @param dropout the chance of a value before the last layer to be dropped
   * @param dropoutAux the same of the auxiliary classifiers
   */
  public record Options(
      @Doc("classes of the logits") @Default("1000") @Range(min = 1) int numClasses,
      @Doc(
              "whether there are two auxiliary classifiers, whose logits come before the others in"
                  + " training")
          @Default("true")
          boolean auxLogits,
      @Doc(
              "whether images normalised by ImageNet's mean and deviation are brought to a mean and"
                  + " deviation of 0.5, as the weights of torchvision want it")
          @Default("false")
          boolean transformInput,
      @Doc(
              "whether new weights are drawn from a truncated normal distribution with a deviation"
                  + " of 0.01, or else as PyTorch does")
          @Default("true")
          boolean initWeights,
      @Doc("chance of a value before the last layer to be dropped in training")
          @Default("0.2")
          @Range(min = 0, max = 1)
          double dropout,
      @Doc("the same chance in the auxiliary classifiers") @Default("0.7") @Range(min = 0, max = 1)
          double dropoutAux) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public GoogLeNet(Options options) {
    classes = options.numClasses();
    transformInput = options.transformInput();
    Optional<Distribution> weights =
        options.initWeights() ? Optional.of(WEIGHTS) : Optional.empty();
    new GoogLeNetLayers(new Convolutions(weights))
        .all()
        .forEach((name, layer) -> layers.add(addModule(name, layer)));
    if (options.auxLogits()) {
      addAuxiliary("aux1", "inception4a", new GoogLeNetAuxiliary(512, options, weights));
      addAuxiliary("aux2", "inception4d", new GoogLeNetAuxiliary(528, options, weights));
    }
    Dropout dropout = addModule("dropout", new Dropout(options.dropout()));
    end = new ClassifierEnd(dropout, addModule("fc", linear(1024, classes, weights)));
  }

  private void addAuxiliary(String name, String after, GoogLeNetAuxiliary auxiliary) {
    auxiliaries.put((Layer) modules().get(after), addModule(name, auxiliary));
  }

  /** A linear layer; torchvision leaves the bias as PyTorch starts it. */
  static Linear linear(int from, int to, Optional<Distribution> weights) {
    Linear linear = new Linear(from, to, true);
    weights.ifPresent(it -> linear.initializeWith(it, Distribution.fanInUniform(from)));
    return linear;
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    NDArray map = transformInput ? ImageNetNorm.toHalves(context, images) : images;
    List<NDArray> features = new ArrayList<>();
    for (Layer layer : layers) {
      map = map == images ? layer.forward(context, map) : layer.consume(context, map);
      context.show(layer, map);
      if (auxiliaries.containsKey(layer) && training(context)) {
        features.add(auxiliaries.get(layer).forward(context, map));
      }
    }
    features.add(end.forward(context, map));
    return features;
  }

  /** The last block, all of its branches joined. */
  @Override
  public Optional<CamLayer> camLayer() {
    return Optional.of(CamLayer.map("inception5b"));
  }

  @Override
  public List<Integer> outChannels() {
    return List.of(classes);
  }
}
