package io.vertebra.plugins.densenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.MaxPool2d;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * DenseNet-121, 161, 169 and 201, {@code mmpretrain.models.DenseNet}: each layer of a stage takes
 * the outputs of all before it. Features are N x C x H' x W', taken after the transition of their
 * stage.
 */
@StateDictNames(
    library = {"torchvision", "timm"},
    rules = {
      "backbone.stem.0.* = features.conv0.*",
      "backbone.stem.1.* = features.norm0.*",
      "backbone.stages.{s}.block.{b}.* = features.denseblock{s+1}.denselayer{b+1}.*",
      "backbone.transitions.3.0.* = features.norm5.*",
      "backbone.transitions.{s}.* = features.transition{s+1}.*",
      "head.fc.* = classifier.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "DenseNet",
    summary = "DenseNet-121, 161, 169, 201 or of any size")
@Variant(type = "densenet121", defaults = "arch: '121'")
@Variant(type = "densenet161", defaults = "arch: '161'")
@Variant(type = "densenet169", defaults = "arch: '169'")
@Variant(type = "densenet201", defaults = "arch: '201'")
public final class DenseNet extends Backbone {
  private final Sequential stem;
  private final Stages stages;
  private final List<Integer> outChannels;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public DenseNet(DenseNetOptions options) {
    stem = addModule("stem", stem(options));
    List<Layer> blocks = new ArrayList<>();
    List<Layer> transitions = new ArrayList<>();
    List<List<Layer>> pairs = new ArrayList<>();
    for (int i = 0; i < options.arch().depths().size(); i++) {
      blocks.add(new DenseBlock(options, i));
      transitions.add(transition(options, i));
      pairs.add(List.of(blocks.get(i), transitions.get(i)));
    }
    addModule("stages", new Sequential(blocks));
    addModule("transitions", new Sequential(transitions));
    stages = new Stages(pairs, options.outStages());
    stages.freezeFirst(options.frozenStages());
    outChannels = options.outStages().stream().distinct().sorted().map(options::channels).toList();
  }

  private static Sequential stem(DenseNetOptions options) {
    int channels = options.arch().initChannels();
    return new Sequential(
        Convolutions.square(options.inChannels(), channels, 7, 2),
        options.norm(channels),
        options.activation(),
        new MaxPool2d(3, 2, 1));
  }

  /** The last stage has only the norm and the activation of a transition. */
  private static Layer transition(DenseNetOptions options, int stage) {
    return stage < options.arch().depths().size() - 1
        ? new DenseTransition(options, stage)
        : new Sequential(options.norm(options.channels(stage)), options.activation());
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return stages.features(context, stem.forward(context, images));
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }
}
