package io.vertebra.plugins.heads;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Loss;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Optional;
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

  private static String logits(Head head) {
    return head.logits(Symbolic.context(head), FEATURES).toString();
  }

  private static final class Difference extends Loss {
    @Override
    public NDArray forward(Context context, NDArray logits, NDArray targets) {
      return logits.sub(targets);
    }
  }
}
