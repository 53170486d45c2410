package io.vertebra.plugins.convnext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.LayerDepths.Depth;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.nn.Gelu;
import io.vertebra.nn.LayerNorm2d;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConvNextTest {
  private static ConvNextOptions options(String arch, int outIndex, int frozen, boolean linear) {
    return new ConvNextOptions(
        ConvNextArchitecture.of(arch),
        3,
        4,
        arguments -> new LayerNorm2d(((NormContext) arguments[0]).features(), 1e-6),
        arguments -> new Gelu(false),
        linear,
        false,
        0,
        1e-6,
        IntList.of(outIndex),
        frozen,
        true,
        false);
  }

  private static ConvNext network(String arch) {
    return new ConvNext(options(arch, -1, 0, true));
  }

  @Test
  void shallowNetworksHaveSixLayersForTheDecayOfTheirRate() {
    ConvNext network = network("tiny");

    assertThat(network.layerDepth("downsample_layers.0.1.bias")).isEqualTo(new Depth(0, 8));
    assertThat(network.layerDepth("stages.0.2.gamma")).isEqualTo(new Depth(1, 8));
    assertThat(network.layerDepth("downsample_layers.1.0.bias")).isEqualTo(new Depth(2, 8));
    assertThat(network.layerDepth("stages.1.0.gamma")).isEqualTo(new Depth(2, 8));
    assertThat(network.layerDepth("downsample_layers.2.0.bias")).isEqualTo(new Depth(3, 8));
    assertThat(network.layerDepth("stages.2.8.gamma")).isEqualTo(new Depth(5, 8));
    assertThat(network.layerDepth("downsample_layers.3.0.bias")).isEqualTo(new Depth(6, 8));
    assertThat(network.layerDepth("stages.3.2.gamma")).isEqualTo(new Depth(6, 8));
    assertThat(network.layerDepth("norm3.weight")).isEqualTo(new Depth(7, 8));
  }

  @Test
  void deepNetworksHaveTwelve() {
    ConvNext network = network("small");

    assertThat(network.layerDepth("stages.2.26.gamma")).isEqualTo(new Depth(11, 14));
    assertThat(network.layerDepth("stages.3.0.gamma")).isEqualTo(new Depth(12, 14));
    assertThat(network.layerDepth("norm3.weight")).isEqualTo(new Depth(13, 14));
  }

  @Test
  void weightsStartSmallAndBranchesNearlySilent() {
    Map<String, Parameter> parameters = network("atto").parameters();

    for (String map :
        List.of(
            "downsample_layers.0.0",
            "downsample_layers.1.1",
            "stages.0.0.depthwise_conv",
            "stages.0.0.pointwise_conv1")) {
      assertThat(parameters.get(map + ".weight").initial())
          .isEqualTo(new Distribution.TruncatedNormal(0, 0.02, -2, 2));
      assertThat(parameters.get(map + ".bias").initial()).isEqualTo(Distribution.zeros());
    }
    assertThat(parameters.get("stages.0.0.gamma").initial())
        .isEqualTo(new Distribution.Constant(1e-6));
  }

  @Test
  void activationMapsAreDrawnOfTheLastNormThatIsGivenMaps() {
    assertThat(network("atto").camLayer()).contains(CamLayer.map("stages.3.1.norm"));
  }

  @Test
  void pointwiseMapsCanBeConvolutions() {
    ConvNext network = new ConvNext(options("atto", -1, 0, false));

    assertThat(network.parameters().get("stages.0.0.pointwise_conv1.weight").shape())
        .isEqualTo(new Shape(160, 40, 1, 1));
  }

  @Test
  void frozenStagesTakeWhatLeadsToThemWithThem() {
    ConvNext network = new ConvNext(options("atto", 2, 2, true));

    assertThat(network.parameters().entrySet())
        .allSatisfy(
            entry ->
                assertThat(entry.getValue().trainable())
                    .as(entry.getKey())
                    .isEqualTo(!entry.getKey().matches("(downsample_layers|stages)\\.[01]\\..*")));
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options("atto", 4, 0, true))
        .withMessageContaining("out_indices has 4, but the stages are 0 to 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options("atto", 0, 5, true))
        .withMessageContaining("frozen_stages is 5, but there are 4 stages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConvNextArchitecture.of("mini"))
        .withMessageContaining("arch is 'mini', but must be one of [atto, femto, ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConvNextArchitecture(List.of(1, 2), List.of(8)))
        .withMessageContaining("2 depths and 1 channels");
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    assertThat(network("tiny").outChannels()).containsExactly(768);
    assertThat(new ConvNext(options("tiny", 1, 0, true)).outChannels()).containsExactly(192);
  }
}
