package io.vertebra.plugins.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Loss;
import io.vertebra.testkit.Symbolic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeadsTest {
  private static final List<NDArray> FEATURES =
      List.of(Symbolic.array("shallow", 2, 4), Symbolic.array("deep", 2, 8));

  private static final TrainingFigures NO_FIGURES = new TrainingFigures(Optional.empty(), false);

  private final ClsHead plain = new ClsHead(new ClsHead.Options(new Difference(), NO_FIGURES));
  private final LinearClsHead linear =
      new LinearClsHead(new LinearClsHead.Options(10, 8, new Difference(), NO_FIGURES));

  @Test
  void takeTheLastFeature() {
    assertThat(logits(plain)).isEqualTo("deep");
    assertThat(logits(linear)).isEqualTo("linear(deep, fc.weight, fc.bias)");
  }

  @Test
  void scoreByTheSoftmaxInFloat32() {
    assertThat(plain.scores(Symbolic.context(plain), FEATURES))
        .hasToString("softmax(toFloat32(deep), 1)");
  }

  @Test
  void trainByTheLossOfTheLogits() {
    assertThat(plain.loss(Symbolic.context(plain), FEATURES, Symbolic.array("targets", 2)))
        .hasToString("{loss=deep.sub(targets)}");
  }

  @Test
  void trainByAnotherLossOnceItIsSwitched() {
    ClsHead switched = new ClsHead(new ClsHead.Options(new Difference(), NO_FIGURES));
    switched.switchLoss(
        new Loss() {
          @Override
          public NDArray forward(
              Context context, NDArray logits, NDArray targets, Averaging averaging) {
            return logits;
          }
        });

    assertThat(switched.loss(Symbolic.context(switched), FEATURES, Symbolic.array("targets", 2)))
        .hasToString("{loss=deep}");
  }

  @Test
  void theLinearClassifierStartsSmall() {
    assertThat(linear.parameters().keySet()).containsExactly("fc.weight", "fc.bias");
    assertThat(linear.parameters().get("fc.weight").shape()).isEqualTo(new Shape(10, 8));
    assertThat(linear.parameters().get("fc.weight").initial())
        .isEqualTo(new Distribution.Normal(0, 0.01));
    assertThat(linear.parameters().get("fc.bias").initial()).isEqualTo(Distribution.zeros());
  }

  @Test
  void theHeadOfVisionTransformersIsLinearOrHasAHiddenLayer() {
    VisionTransformerClsHead plain = visionTransformer(Optional.empty());
    VisionTransformerClsHead hidden = visionTransformer(Optional.of(4));

    assertThat(logits(plain)).isEqualTo("linear(deep, layers.head.weight, layers.head.bias)");
    assertThat(logits(hidden))
        .isEqualTo(
            "linear(linear(deep, layers.pre_logits.weight, layers.pre_logits.bias).tanh(),"
                + " layers.head.weight, layers.head.bias)");
  }

  @Test
  void theHeadOfVisionTransformersStartsAtZero() {
    VisionTransformerClsHead hidden = visionTransformer(Optional.of(4));

    assertThat(hidden.parameters().get("layers.head.weight").initial())
        .isEqualTo(Distribution.zeros());
    assertThat(hidden.parameters().get("layers.pre_logits.weight").initial())
        .isEqualTo(new Distribution.TruncatedNormal(0, Math.sqrt(1 / 8.0), -2, 2));
    assertThat(hidden.parameters().get("layers.pre_logits.bias").initial())
        .isEqualTo(Distribution.zeros());
  }

  @Test
  void theHeadOfDistilledOnesTakesTheMeanOfTwoTokens() {
    DeitClsHead head = new DeitClsHead(tokenOptions(Optional.empty()));

    assertThat(logits(head))
        .isEqualTo(
            "linear(shallow, layers.head.weight, layers.head.bias)"
                + ".add(linear(deep, layers.head_dist.weight, layers.head_dist.bias)).div(2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> head.logits(Symbolic.context(head), FEATURES.subList(1, 2)))
        .withMessageContaining("take the backbone DistilledVisionTransformer");
  }

  private static VisionTransformerClsHead visionTransformer(Optional<Integer> hidden) {
    return new VisionTransformerClsHead(tokenOptions(hidden));
  }

  private static TokenHeadOptions tokenOptions(Optional<Integer> hidden) {
    return new TokenHeadOptions(
        10, 8, hidden, arguments -> new Tanh(), new Difference(), NO_FIGURES);
  }

  private static final class Tanh extends Activation {
    @Override
    public NDArray forward(Context context, NDArray input) {
      return input.tanh();
    }
  }

  private static String logits(Head head) {
    return head.logits(Symbolic.context(head), FEATURES).toString();
  }

  private static final class Difference extends Loss {
    @Override
    public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
      assertThat(averaging)
          .as("losses are averaged over the samples")
          .isEqualTo(Averaging.overSamples(logits));
      return logits.sub(targets);
    }
  }

  @Test
  void tellTheirChannelsAndClasses() {
    assertThat(linear.inChannels()).hasValue(8);
    assertThat(linear.numClasses(OptionalInt.empty())).hasValue(10);
    assertThat(plain.inChannels()).isEmpty();
    assertThat(plain.numClasses(OptionalInt.of(5))).hasValue(5);
    assertThat(plain.numClasses(OptionalInt.empty())).isEmpty();
  }

  @Test
  void severalLabelsAreScoredBySigmoids() {
    PositiveOptions positives = new PositiveOptions(Optional.empty(), Optional.empty());
    MultiLabelClsHead head =
        new MultiLabelClsHead(new MultiLabelClsHead.Options(new Difference(), positives));
    MultiLabelLinearClsHead sized =
        new MultiLabelLinearClsHead(
            new MultiLabelLinearClsHead.Options(10, 8, new Difference(), positives));

    assertThat(head.scores(Symbolic.context(head), FEATURES))
        .hasToString("sigmoid(toFloat32(deep))");
    assertThat(logits(sized)).isEqualTo("linear(deep, fc.weight, fc.bias)");
    assertThat(sized.numClasses(OptionalInt.empty())).hasValue(10);
    assertThat(sized.parameters().get("fc.weight").initial())
        .isEqualTo(new Distribution.Normal(0, 0.01));
  }

  @Test
  void hiddenLayersHaveTheNamesOfMmpretrain() {
    StackedLinearClsHead head =
        new StackedLinearClsHead(
            new StackedLinearClsHead.Options(
                10,
                8,
                List.of(6, 4),
                0.5,
                Optional.empty(),
                Optional.of(arguments -> new Tanh()),
                new Difference(),
                NO_FIGURES));

    assertThat(head.tensors().keySet())
        .containsExactly(
            "layers.0.fc.weight",
            "layers.0.fc.bias",
            "layers.1.fc.weight",
            "layers.1.fc.bias",
            "layers.2.fc.weight",
            "layers.2.fc.bias");
    assertThat(logits(head)).contains("dropout(", ".tanh()");
  }

  @Test
  void aStackWithoutHiddenLayersIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new StackedLinearClsHead.Options(
                    10,
                    8,
                    List.of(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    new Difference(),
                    NO_FIGURES))
        .withMessageContaining("mid_channels is empty");
  }

  @Test
  void residualAttentionNeedsMapsAndAKnownNumberOfHeads() {
    PositiveOptions positives = new PositiveOptions(Optional.empty(), Optional.empty());
    CsraClsHead head =
        new CsraClsHead(new CsraClsHead.Options(10, 8, 2, 0.1, new Difference(), positives));

    assertThat(head.tensors().keySet())
        .containsExactly("csra_heads.0.head.weight", "csra_heads.1.head.weight");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logits(head))
        .withMessageContaining("leave the neck out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsraClsHead.Options(10, 8, 3, 0.1, new Difference(), positives))
        .withMessageContaining("num_heads is 3");
  }

  @Test
  void marginsAreOneOrOneForEachClassAndNeedLabels() {
    ArcFaceClsHead head = new ArcFaceClsHead(arcFace(Margins.of(0.5)));

    assertThat(head.tensors().keySet()).containsExactly("norm_product.weight");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> arcFace(Margins.of(List.of(0.1, 0.2))))
        .withMessageContaining("margins has 2 numbers, but there are 10 classes");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> head.loss(Symbolic.context(head), FEATURES, Symbolic.array("rows", 2, 10)))
        .withMessageContaining("do not mix images");
  }

  @Test
  void marginsCanStandInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("margins.txt"), "0.25\n0.5\n");
    Path words = Files.writeString(folder.resolve("words.txt"), "0.25\nhalf\n");

    assertThat(Margins.of(file.toString()).values()).containsExactly(0.25, 0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Margins.of(words.toString()))
        .withMessageContaining("words.txt' is to have a number a line")
        .withMessageContaining("half");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Margins.of(folder.resolve("none.txt").toString()))
        .withMessageContaining("There is no file");
  }

  @Test
  void marginsThatAreSetAreOneForEachClass() {
    ArcFaceClsHead head = new ArcFaceClsHead(arcFace(Margins.of(0.5)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> head.setMargins(List.of(0.1)))
        .withMessage("there are 1 margins, but the head has 10 classes");
  }

  private static ArcFaceClsHead.Options arcFace(Margins margins) {
    return new ArcFaceClsHead.Options(10, 8, 1, 64, margins, false, new Difference(), NO_FIGURES);
  }
}
