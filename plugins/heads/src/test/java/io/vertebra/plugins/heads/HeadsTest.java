package io.vertebra.plugins.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Loss;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

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
    public NDArray forward(Context context, NDArray logits, NDArray targets) {
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
}
