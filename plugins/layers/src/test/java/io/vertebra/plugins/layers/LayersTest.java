package io.vertebra.plugins.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import org.junit.jupiter.api.Test;

final class LayersTest {
  private static final NormContext FIVE = new NormContext(5);

  @Test
  void batchNormsHaveTheTensorsOfPytorch() {
    BatchNormOptions options = new BatchNormOptions(true, 1e-5, 0.1);

    for (Norm norm : new Norm[] {new Bn(options, FIVE), new Bn2d(options, FIVE)}) {
      assertThat(norm.abbreviation()).isEqualTo("bn");
      assertThat(norm.tensors().keySet())
          .containsExactly("weight", "bias", "running_mean", "running_var", "num_batches_tracked");
      assertThat(norm.parameters().values()).allMatch(Parameter::trainable);
    }
  }

  @Test
  void batchNormsCanBeFrozen() {
    Norm norm = new Bn(new BatchNormOptions(false, 1e-5, 0.1), FIVE);

    assertThat(norm.parameters().values()).noneMatch(Parameter::trainable);
  }

  @Test
  void layerNormsHaveTheTensorsOfPytorchAndCanBeFrozen() {
    LayerNormOptions frozen = new LayerNormOptions(false, 1e-5);

    for (Norm norm : new Norm[] {new Ln(frozen, FIVE), new Ln2d(frozen, FIVE)}) {
      assertThat(norm.abbreviation()).isEqualTo("ln");
      assertThat(norm.tensors().keySet()).containsExactly("weight", "bias");
      assertThat(norm.parameters().values()).noneMatch(Parameter::trainable);
    }
  }

  @Test
  void groupNormsHaveTheTensorsAndTheNameOfPytorch() {
    Norm norm = new Gn(new Gn.Options(2, false, 1e-5), new NormContext(6));

    assertThat(norm.abbreviation()).isEqualTo("gn");
    assertThat(norm.tensors().keySet()).containsExactly("weight", "bias");
    assertThat(norm.parameters().values()).noneMatch(Parameter::trainable);
    assertThat(norm.layerNames()).containsExactly("GroupNorm");
  }

  @Test
  void groupsDivideTheChannels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Gn(new Gn.Options(2, true, 1e-5), FIVE))
        .withMessageContaining("num_groups is 2, which does not divide the 5 channels");
  }

  @Test
  void randomSlopesHaveALowerAndAnUpperBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomRelu.Options(0.5, 0.25, false))
        .withMessageContaining("lower is 0.5 and upper 0.25");
  }

  @Test
  void activationsHaveNoTensors() {
    assertThat(new Relu(new InplaceOptions(true)).tensors()).isEmpty();
    assertThat(new Tanh().tensors()).isEmpty();
    assertThat(new Gelu(new Gelu.Options(Gelu.Approximation.NONE)).tensors()).isEmpty();
  }

  @Test
  void learnedRectifiersHaveOneSlopeOrOneForEachChannel() {
    assertThat(new Prelu(new Prelu.Options(8, 0.5)).parameters())
        .hasEntrySatisfying(
            "weight",
            weight -> {
              assertThat(weight.shape()).isEqualTo(new Shape(8));
              assertThat(weight.initial()).isEqualTo(new Distribution.Constant(0.5));
            });
  }

  @Test
  void hardSigmoidsDivideByANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HSigmoid(new HSigmoid.Options(3, 0, 0, 1)))
        .withMessageContaining("divisor is 0");
  }

  @Test
  void aNormHasFeatures() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormContext(0))
        .withMessageContaining("not 0");
  }
}
