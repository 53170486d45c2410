package io.vertebra.plugins.lenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Linear;
import io.vertebra.nn.Sequential;
import io.vertebra.nn.Tanh;
import java.util.List;
import java.util.Optional;

/**
 * LeNet-5 for grey images of 32 x 32 pixels, as {@code mmpretrain.models.LeNet5} has it: tanh after
 * each convolution, mean pooling, and with {@code num_classes} the two linear layers too.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "LeNet5",
    summary = "LeNet-5: three convolutions with tanh and mean pooling, for 1 x 32 x 32 images")
public final class LeNet5 extends Backbone {
  private static final int FEATURES = 120;

  private final Sequential features;
  private final Sequential classifier;
  private final int channels;

  /**
   * Options of {@link LeNet5}.
   *
   * @param numClasses classes of the logits
   */
  public record Options(
      @Doc("classes of the logits; -1 gives features of N x 120 x 1 x 1 instead")
          @Default("-1")
          @Range(min = -1)
          int numClasses) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public LeNet5(Options options) {
    features =
        addModule(
            "features",
            new Sequential(
                new Conv2d(1, 6, 5),
                new Tanh(),
                new AvgPool2d(2),
                new Conv2d(6, 16, 5),
                new Tanh(),
                new AvgPool2d(2),
                new Conv2d(16, FEATURES, 5),
                new Tanh()));
    classifier =
        options.numClasses() > 0
            ? addModule(
                "classifier",
                new Sequential(
                    new Linear(FEATURES, 84, true),
                    new Tanh(),
                    new Linear(84, options.numClasses(), true)))
            : null;
    channels = classifier == null ? FEATURES : options.numClasses();
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    NDArray map = features.forward(context, images);
    if (classifier == null) {
      return List.of(map);
    }
    return List.of(classifier.forward(context, map.reshape(-1, FEATURES)));
  }

  /** The last convolution whose output still has places. */
  @Override
  public Optional<CamLayer> camLayer() {
    return Optional.of(CamLayer.map("features.3"));
  }

  @Override
  public List<Integer> outChannels() {
    return List.of(channels);
  }
}
