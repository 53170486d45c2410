package io.vertebra.plugins.vgg;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.StateDictTable;
import io.vertebra.api.model.StateDictTables;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * VGG-11, 13, 16 and 19, {@code mmpretrain.models.VGG}. With {@code num_classes} it ends in its
 * three linear layers; maps of other images than 224 x 224 are then brought to 7 x 7 by means, as
 * torchvision does.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "VGG",
    summary = "VGG of depth 11, 13, 16 or 19, with batch norms by norm_cfg")
@Variant(
    type = "vgg11",
    defaults = {"depth: 11", "num_classes: 1000"})
@Variant(
    type = "vgg13",
    defaults = {"depth: 13", "num_classes: 1000"})
@Variant(
    type = "vgg16",
    defaults = {"depth: 16", "num_classes: 1000"})
@Variant(
    type = "vgg19",
    defaults = {"depth: 19", "num_classes: 1000"})
@Variant(
    type = "vgg11_bn",
    defaults = {"depth: 11", "num_classes: 1000", "norm_cfg: {type: BN}"})
@Variant(
    type = "vgg13_bn",
    defaults = {"depth: 13", "num_classes: 1000", "norm_cfg: {type: BN}"})
@Variant(
    type = "vgg16_bn",
    defaults = {"depth: 16", "num_classes: 1000", "norm_cfg: {type: BN}"})
@Variant(
    type = "vgg19_bn",
    defaults = {"depth: 19", "num_classes: 1000", "norm_cfg: {type: BN}"})
public final class Vgg extends Backbone implements StateDictTables {
  private static final IntPair MAP = IntPair.of(7);

  private final VggNames names;
  private final Stages stages;
  private final Sequential classifier;
  private final boolean lastIsFeature;
  private final List<Integer> outChannels;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public Vgg(VggOptions options) {
    List<List<Layer>> layers = new VggLayers(options).stages();
    List<Layer> features = layers.stream().flatMap(List::stream).toList();
    addModule("features", new Sequential(features));
    this.names = new VggNames(features, options.normCfg().isPresent());
    int last = options.numStages() - 1;
    List<Integer> outputs = new ArrayList<>(options.outStages());
    this.lastIsFeature = outputs.contains(last);
    if (options.numClasses() > 0) {
      outputs.add(last);
    }
    this.stages = new Stages(layers, outputs);
    this.classifier =
        options.numClasses() > 0
            ? addModule("classifier", VggLayers.classifier(MAP, options.numClasses()))
            : null;
    this.outChannels = outChannels(options);
    stages.freezeFirst(options.frozenStages());
    if (options.normEval()) {
      Freezing.evaluateNorms(this);
    }
  }

  private static List<Integer> outChannels(VggOptions options) {
    List<Integer> channels = new ArrayList<>();
    options.outStages().stream()
        .distinct()
        .sorted()
        .map(VggLayers::channels)
        .forEach(channels::add);
    if (options.numClasses() > 0) {
      channels.add(options.numClasses());
    }
    return List.copyOf(channels);
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    List<NDArray> features = new ArrayList<>(stages.features(context, images));
    if (classifier == null) {
      return features;
    }
    int end = features.size() - 1;
    NDArray last = lastIsFeature ? features.get(end) : features.remove(end);
    NDArray sized = context.ops().adaptiveAvgPool2d(last, MAP);
    features.add(classifier.forward(context, sized.reshape(last.getShape().get(0), -1)));
    return features;
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }

  @Override
  public List<StateDictTable> stateDictTables() {
    return names.tables();
  }
}
