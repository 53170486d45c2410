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
import io.vertebra.nn.MaxPool2d;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Inception v3 for images of 299 x 299 or others of 75 x 75 and more, {@code
 * mmpretrain.models.InceptionV3}. The feature is N x classes; with {@code aux_logits} the logits of
 * the auxiliary classifier come before it in training, for a head such as {@link AuxiliaryClsHead}.
 */
@StateDictNames(
    library = {"torchvision", "timm"},
    rules = {"backbone.* = *", "- = AuxLogits.*"})
@Plugin(
    kind = Kind.BACKBONE,
    type = "InceptionV3",
    summary = "Inception v3 with its classifier, and an auxiliary one with aux_logits")
@Variant(type = "inception_v3")
public final class InceptionV3 extends Backbone {
  private static final Distribution WEIGHTS = Distribution.truncatedNormal(0.1);

  private final List<Layer> beforeAuxiliary = new ArrayList<>();
  private final Optional<InceptionV3Auxiliary> auxiliary;
  private final List<Layer> afterAuxiliary = new ArrayList<>();
  private final ClassifierEnd end;
  private final int classes;

  /**
   * Options of {@link InceptionV3}.
   *
   * @param numClasses classes of the logits
   * @param auxLogits whether there is an auxiliary classifier
   * @param dropout the chance of a value before the last layer to be dropped
   */
  public record Options(
      @Doc("classes of the logits") @Default("1000") @Range(min = 1) int numClasses,
      @Doc(
              "whether there is an auxiliary classifier, whose logits come before the others in"
                  + " training")
          @Default("false")
          boolean auxLogits,
      @Doc("chance of a value before the last layer to be dropped in training")
          @Default("0.5")
          @Range(min = 0, max = 1)
          double dropout) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public InceptionV3(Options options) {
    classes = options.numClasses();
    Convolutions convolutions = new Convolutions(Optional.of(WEIGHTS));
    InceptionV3Blocks blocks = new InceptionV3Blocks(convolutions);
    addStem(convolutions);
    addMiddle(blocks);
    auxiliary =
        options.auxLogits()
            ? Optional.of(addModule("AuxLogits", new InceptionV3Auxiliary(768, classes)))
            : Optional.empty();
    afterAuxiliary.add(addModule("Mixed_7a", blocks.d(768)));
    afterAuxiliary.add(addModule("Mixed_7b", blocks.e(1280)));
    afterAuxiliary.add(addModule("Mixed_7c", blocks.e(2048)));
    Dropout dropout = addModule("dropout", new Dropout(options.dropout()));
    Linear fc = addModule("fc", new Linear(2048, classes, true).initializeWith(WEIGHTS));
    end = new ClassifierEnd(dropout, fc);
  }

  private void addStem(Convolutions convolutions) {
    add("Conv2d_1a_3x3", convolutions.within(3, 32, 3, 2));
    add("Conv2d_2a_3x3", convolutions.within(32, 32, 3, 1));
    add("Conv2d_2b_3x3", convolutions.same(32, 64, 3));
    add("maxpool1", new MaxPool2d(3, 2, 0));
    add("Conv2d_3b_1x1", convolutions.same(64, 80, 1));
    add("Conv2d_4a_3x3", convolutions.within(80, 192, 3, 1));
    add("maxpool2", new MaxPool2d(3, 2, 0));
  }

  private void addMiddle(InceptionV3Blocks blocks) {
    add("Mixed_5b", blocks.a(192, 32));
    add("Mixed_5c", blocks.a(256, 64));
    add("Mixed_5d", blocks.a(288, 64));
    add("Mixed_6a", blocks.b(288));
    add("Mixed_6b", blocks.c(768, 128));
    add("Mixed_6c", blocks.c(768, 160));
    add("Mixed_6d", blocks.c(768, 160));
    add("Mixed_6e", blocks.c(768, 192));
  }

  private void add(String name, Layer layer) {
    beforeAuxiliary.add(addModule(name, layer));
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    List<NDArray> features = new ArrayList<>();
    NDArray map = images;
    for (Layer layer : beforeAuxiliary) {
      map = map == images ? layer.forward(context, map) : layer.consume(context, map);
      context.show(layer, map);
    }
    if (auxiliary.isPresent() && training(context)) {
      features.add(auxiliary.get().forward(context, map));
    }
    for (Layer layer : afterAuxiliary) {
      map = layer.consume(context, map);
      context.show(layer, map);
    }
    features.add(end.forward(context, map));
    return features;
  }

  /** The last block, all of its branches joined. */
  @Override
  public Optional<CamLayer> camLayer() {
    return Optional.of(CamLayer.map("Mixed_7c"));
  }

  @Override
  public List<Integer> outChannels() {
    return List.of(classes);
  }
}
