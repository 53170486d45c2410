package io.vertebra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayerNamesTest {
  @Test
  void layersHaveTheNamesAndShapesOfPyTorch() {
    Sequential network =
        new Sequential(
            new Conv2d(1, 6, 5),
            new Tanh(),
            new Sequential(new Linear(4, 3, false)),
            new Conv2d(
                8,
                4,
                new IntPair(3, 1),
                new ConvSettings(IntPair.of(2), IntPair.of(1), IntPair.of(1), 4),
                true));

    Map<String, ModelTensor> tensors = network.tensors();

    assertThat(tensors.keySet())
        .containsExactly("0.weight", "0.bias", "2.0.weight", "3.weight", "3.bias");
    assertThat(tensors.get("0.weight").shape().getShape()).containsExactly(6, 1, 5, 5);
    assertThat(tensors.get("2.0.weight").shape().getShape()).containsExactly(3, 4);
    assertThat(tensors.get("3.weight").shape().getShape()).containsExactly(4, 2, 3, 1);
  }

  @Test
  void groupsThatDoNotDivideTheChannelsAreRefused() {
    ConvSettings groups = new ConvSettings(IntPair.of(1), IntPair.of(0), IntPair.of(1), 3);

    assertThatThrownBy(() -> new Conv2d(4, 6, IntPair.of(1), groups, true))
        .hasMessageContaining("groups (3) must divide the channels of input (4) and output (6)");
  }

  @Test
  void convolutionsHaveANormAndAnActivationWhereTheyAreGiven() {
    ConvModule both = new ConvModule(new Conv2d(2, 4, 1), new BatchNorm2d(4), new Relu());

    assertThat(both.modules().keySet()).containsExactly("conv", "bn", "activate");
    assertThat(new ConvModule(new Conv2d(2, 4, 1), new BatchNorm2d(4)).modules().keySet())
        .containsExactly("conv", "bn");
    assertThat(new ConvModule(new Conv2d(2, 4, 1), new Relu()).modules().keySet())
        .containsExactly("conv", "activate");
  }

  @Test
  void squeezeAndExcitationHasTheNamesAndShapesOfMmpretrain() {
    Map<String, ModelTensor> tensors = new SqueezeExcitation(200, 16).tensors();

    assertThat(tensors.keySet())
        .containsExactly(
            "conv1.conv.weight", "conv1.conv.bias", "conv2.conv.weight", "conv2.conv.bias");
    assertThat(tensors.get("conv1.conv.weight").shape().getShape()).containsExactly(16, 200, 1, 1);
  }
}
