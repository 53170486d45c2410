package io.vertebra.families.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Conv2dAdaptivePadding;
import io.vertebra.nn.ConvOptions;
import io.vertebra.nn.ConvType;
import io.vertebra.nn.Relu;
import io.vertebra.nn.SqueezeExcitation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MobileBlocksTest {
  private static ConvLayers layers(Optional<ConvOptions> convolutions) {
    return new ConvLayers(
        convolutions,
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Relu());
  }

  private static final ConvLayers PLAIN = layers(Optional.empty());

  private static InvertedResidual inverted(int inner) {
    return new InvertedResidual(
        new BlockShape(8, 8, inner, 3, 1, 0), Optional.of(new SqueezeExcitation(inner, 4)), PLAIN);
  }

  @Test
  void anInvertedResidualHasTheNamesOfMmpretrain() {
    assertThat(inverted(16).parameters().keySet())
        .filteredOn(name -> name.endsWith("weight"))
        .containsExactly(
            "expand_conv.conv.weight",
            "expand_conv.bn.weight",
            "depthwise_conv.conv.weight",
            "depthwise_conv.bn.weight",
            "se.conv1.conv.weight",
            "se.conv2.conv.weight",
            "linear_conv.conv.weight",
            "linear_conv.bn.weight");
  }

  @Test
  void aBlockThatDoesNotWidenHasNoConvolutionForIt() {
    assertThat(inverted(8).modules().keySet())
        .containsExactly("drop_path", "depthwise_conv", "se", "linear_conv");
  }

  @Test
  void anInputIsAddedWhereTheShapeStays() {
    assertThat(new BlockShape(8, 8, 16, 3, 1, 0).keepsShape()).isTrue();
    assertThat(new BlockShape(8, 8, 16, 3, 2, 0).keepsShape()).isFalse();
    assertThat(new BlockShape(8, 16, 16, 3, 1, 0).keepsShape()).isFalse();
  }

  @Test
  void theSecondConvolutionOfAnEdgeBlockIsAlwaysPlain() {
    ConvLayers adaptive = layers(Optional.of(new ConvOptions(ConvType.ADAPTIVE_PADDING)));
    EdgeResidual block = new EdgeResidual(new BlockShape(8, 8, 16, 3, 2, 0), true, adaptive);

    assertThat(List.of("conv1", "conv2"))
        .extracting(name -> block.modules().get(name).modules().get("conv").getClass())
        .isEqualTo(List.of(Conv2dAdaptivePadding.class, Conv2d.class));
  }

  @Test
  void kaimingCountsAllOutputsWhateverTheGroupsAndClearsBiases() {
    InvertedResidual block = inverted(16);
    ConvInitialization.kaiming(block);
    Map<String, Parameter> parameters = block.parameters();

    assertThat(parameters.get("depthwise_conv.conv.weight").initial())
        .isEqualTo(Distribution.kaimingNormal(16 * 9));
    assertThat(parameters.get("se.conv1.conv.bias").initial()).isEqualTo(Distribution.zeros());
  }
}
