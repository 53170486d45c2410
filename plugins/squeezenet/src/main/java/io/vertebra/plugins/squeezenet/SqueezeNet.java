package io.vertebra.plugins.squeezenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * SqueezeNet (Iandola et al., SqueezeNet: AlexNet-level accuracy with 50x fewer parameters, 2016),
 * {@code torchvision.models.SqueezeNet}. Stages 0 to 3 end with the poolings and the last block;
 * their features are N x C x H' x W'. With {@code num_classes} stage 4 are the logits, N x classes.
 */
@StateDictNames(
    library = "torchvision",
    rules = {"backbone.* = *"})
@Plugin(
    kind = Kind.BACKBONE,
    type = "SqueezeNet",
    summary = "SqueezeNet 1.0 or 1.1, and its classifier with num_classes")
@Variant(type = "squeezenet1_0", defaults = "num_classes: 1000")
@Variant(
    type = "squeezenet1_1",
    defaults = {"version: 1_1", "num_classes: 1000"})
public final class SqueezeNet extends Backbone {
  private final Stages stages;
  private final List<Integer> outChannels;

  /**
   * Options of {@link SqueezeNet}.
   *
   * @param version which network
   * @param numClasses classes of the logits
   * @param dropout the chance of a value before the classifier to be dropped
   * @param outIndices the stages whose output is a feature
   * @param frozenStages how many stages stay as they are
   */
  public record Options(
      @Doc("which network: 1_0 or 1_1") @Default("1_0") SqueezeNetVersion version,
      @Doc("classes of the logits; -1 for none, so that features are maps")
          @Default("-1")
          @Range(min = -1)
          int numClasses,
      @Doc("chance of a value before the classifier to be dropped in training")
          @Default("0.5")
          @Range(min = 0, max = 1)
          double dropout,
      @Doc(
              "stages whose output is a feature, from 0; negative ones count from the end, the"
                  + " logits last")
          @Default("-1")
          IntList outIndices,
      @Doc("stages that stay as they are; 0 for none") @Default("0") @Range(min = 0, max = 4)
          int frozenStages) {
    /** Checks that there are such stages. */
    public Options {
      StageIndices.outputs(outIndices, stages(version, numClasses));
    }

    private static int stages(SqueezeNetVersion version, int numClasses) {
      return version.channels().size() + (numClasses > 0 ? 1 : 0);
    }

    private List<Integer> outputs() {
      return StageIndices.outputs(outIndices, stages(version, numClasses));
    }
  }

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public SqueezeNet(Options options) {
    List<List<Layer>> made = new ArrayList<>(options.version().stages());
    List<Integer> channels = new ArrayList<>(options.version().channels());
    addModule("features", new Sequential(made.stream().flatMap(List::stream).toList()));
    if (options.numClasses() > 0) {
      int last = channels.get(channels.size() - 1);
      made.add(
          List.of(
              addModule(
                  "classifier",
                  new SqueezeNetClassifier(last, options.numClasses(), options.dropout()))));
      channels.add(options.numClasses());
    }
    this.stages = new Stages(made, options.outputs());
    this.outChannels = options.outputs().stream().sorted().map(channels::get).toList();
    stages.freezeFirst(options.frozenStages());
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return stages.features(context, images);
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }
}
