package io.vertebra.plugins.alexnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;
import io.vertebra.nn.MaxPool2d;
import io.vertebra.nn.Relu;
import io.vertebra.nn.Sequential;
import java.util.List;

/**
 * AlexNet in its form of one column, {@code mmpretrain.models.AlexNet}. With {@code num_classes} it
 * ends in its three linear layers; maps of other images than 224 x 224 are then brought to 6 x 6 by
 * means, as torchvision does.
 */
@StateDictNames(
    library = "torchvision",
    rules = {"backbone.* = *"})
@Plugin(
    kind = Kind.BACKBONE,
    type = "AlexNet",
    summary = "AlexNet: five convolutions, and three linear layers with num_classes")
@Variant(type = "alexnet", defaults = "num_classes: 1000")
public final class AlexNet extends Backbone {
  private static final int CHANNELS = 256;
  private static final IntPair MAP = IntPair.of(6);
  private static final int HIDDEN = 4096;

  private final Sequential features;
  private final Sequential classifier;
  private final int channels;

  /**
   * Options of {@link AlexNet}.
   *
   * @param numClasses classes of the logits
   */
  public record Options(
      @Doc("classes of the logits; -1 gives features of N x 256 x H' x W' instead")
          @Default("-1")
          @Range(min = -1)
          int numClasses) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public AlexNet(Options options) {
    features =
        addModule(
            "features",
            new Sequential(
                convolution(3, 64, 11, 4, 2),
                new Relu(),
                new MaxPool2d(3, 2, 0),
                convolution(64, 192, 5, 1, 2),
                new Relu(),
                new MaxPool2d(3, 2, 0),
                convolution(192, 384, 3, 1, 1),
                new Relu(),
                convolution(384, CHANNELS, 3, 1, 1),
                new Relu(),
                convolution(CHANNELS, CHANNELS, 3, 1, 1),
                new Relu(),
                new MaxPool2d(3, 2, 0)));
    classifier =
        options.numClasses() > 0 ? addModule("classifier", classifier(options.numClasses())) : null;
    channels = classifier == null ? CHANNELS : options.numClasses();
  }

  private static Conv2d convolution(int from, int to, int kernel, int stride, int padding) {
    ConvSettings settings =
        new ConvSettings(IntPair.of(stride), IntPair.of(padding), IntPair.of(1), 1);
    return new Conv2d(from, to, IntPair.of(kernel), settings, /* bias= */ true);
  }

  private static Sequential classifier(int classes) {
    return new Sequential(
        new Dropout(0.5),
        new Linear(CHANNELS * MAP.first() * MAP.second(), HIDDEN, true),
        new Relu(),
        new Dropout(0.5),
        new Linear(HIDDEN, HIDDEN, true),
        new Relu(),
        new Linear(HIDDEN, classes, true));
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    NDArray map = features.forward(context, images);
    if (classifier == null) {
      return List.of(map);
    }
    NDArray sized = context.ops().adaptiveAvgPool2d(map, MAP);
    return List.of(classifier.forward(context, sized.reshape(map.getShape().get(0), -1)));
  }

  @Override
  public List<Integer> outChannels() {
    return List.of(channels);
  }
}
