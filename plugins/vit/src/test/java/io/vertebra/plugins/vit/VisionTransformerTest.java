package io.vertebra.plugins.vit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.LayerDepths.Depth;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Gelu;
import io.vertebra.nn.LayerNorm;
import io.vertebra.nn.PatchOptions;
import io.vertebra.nn.PositionEmbedding;
import io.vertebra.testkit.Symbolic;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VisionTransformerTest {
  private static final LayerOptions SAME =
      new LayerOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          2,
          Optional.empty(),
          LayerOptions.FfnType.ORIGIN,
          arguments -> new Gelu(false),
          Optional.empty());

  private static VitOptions options(int outIndex, OutType outType, boolean classToken, int frozen) {
    return options(outIndex, outType, classToken, frozen, 1);
  }

  private static VitOptions options(
      int outIndex, OutType outType, boolean classToken, int frozen, int layerConfigs) {
    return new VitOptions(
        new VitArchitecture(8, 3, 2, 16),
        IntPair.of(32),
        IntPair.of(8),
        3,
        IntList.of(outIndex),
        0,
        0,
        true,
        arguments -> new LayerNorm(((NormContext) arguments[0]).features(), 1e-6),
        true,
        outType,
        classToken,
        frozen,
        Interpolation.BICUBIC,
        0,
        PatchOptions.UNCHANGED,
        new LayerConfigs(Collections.nCopies(layerConfigs, SAME)),
        false);
  }

  private static VisionTransformer network(int frozen) {
    return new VisionTransformer(options(-1, OutType.AVG_FEATMAP, true, frozen));
  }

  @Test
  void depthGrowsFromTheEmbeddingsToWhatFollowsTheLayers() {
    VisionTransformer network = network(-1);

    assertThat(List.of("cls_token", "pos_embed", "patch_embed.projection.weight"))
        .allSatisfy(name -> assertThat(network.layerDepth(name)).isEqualTo(new Depth(0, 5)));
    assertThat(network.layerDepth("layers.0.ln1.weight")).isEqualTo(new Depth(1, 5));
    assertThat(network.layerDepth("layers.2.ffn.layers.1.bias")).isEqualTo(new Depth(3, 5));
    assertThat(network.layerDepth("ln2.weight")).isEqualTo(new Depth(4, 5));
  }

  @Test
  void frozenLayersTakeTheEmbeddingsAndAtLastTheNormsWithThem() {
    assertThat(trainable(network(0))).contains("pos_embed", "patch_embed.projection.weight");
    assertThat(trainable(network(2)))
        .contains("layers.2.ln1.weight", "ln1.weight", "ln2.weight")
        .noneMatch(name -> name.startsWith("layers.1") || name.contains("embed"));
    assertThat(trainable(network(3))).isEmpty();
  }

  private static List<String> trainable(VisionTransformer network) {
    return network.parameters().entrySet().stream()
        .filter(entry -> entry.getValue().trainable())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void embeddingsStartAsMmpretrainHasThem() {
    Map<String, Parameter> parameters = network(-1).parameters();

    assertThat(parameters.get("cls_token").initial()).isEqualTo(Distribution.zeros());
    assertThat(parameters.get("pos_embed").shape()).isEqualTo(new Shape(1, 17, 8));
    assertThat(parameters.get("pos_embed").initial())
        .isEqualTo(new Distribution.TruncatedNormal(0, 0.02, -2, 2));
  }

  @Test
  void distilledOnesHaveAnotherTokenAndItsPlace() {
    DistilledVisionTransformer network =
        new DistilledVisionTransformer(options(-1, OutType.RAW, true, -1));

    assertThat(network.parameters().get("pos_embed").shape()).isEqualTo(new Shape(1, 18, 8));
    assertThat(network.parameters().get("dist_token").initial())
        .isEqualTo(Distribution.truncatedNormal(0.02));
  }

  @Test
  void activationMapsAreDrawnOfTheNormBeforeTheLastAttention() {
    assertThat(network(-1).camLayer()).contains(CamLayer.tokens("layers.2.ln1", 1));
    assertThat(new DistilledVisionTransformer(options(-1, OutType.RAW, true, -1)).camLayer())
        .contains(CamLayer.tokens("layers.2.ln1", 2));
  }

  @Test
  void namedArchitecturesAreThoseOfMmpretrain() {
    assertThat(VitArchitecture.of("b")).isEqualTo(new VitArchitecture(768, 12, 12, 3072));
    assertThat(VitArchitecture.of("DINOv2-g")).isEqualTo(new VitArchitecture(1536, 40, 24, 6144));
    assertThat(VitArchitecture.of("deit-tiny")).isEqualTo(new VitArchitecture(192, 12, 3, 768));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VitArchitecture.of("basic"))
        .withMessageContaining("arch is 'basic', but must be one of [s, small, ");
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(3, OutType.RAW, true, -1))
        .withMessageContaining("out_indices has 3, but the layers are 0 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(0, OutType.CLS_TOKEN, false, -1))
        .withMessageContaining("with_cls_token is false");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DistilledVisionTransformer(options(0, OutType.RAW, false, -1)))
        .withMessageContaining("always has a class token");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(0, OutType.RAW, true, 4))
        .withMessageContaining("frozen_stages is 4, but there are 3 layers");
  }

  @Test
  void positionsAreResizedForImagesOfAnotherSizeOnly() {
    VisionTransformer network = network(-1);
    Parameter values = network.parameters().get("pos_embed");
    PositionEmbedding positions =
        new PositionEmbedding(values, 1, IntPair.of(4), Interpolation.BICUBIC);

    assertThat(positions.of(Symbolic.context(network), IntPair.of(4))).hasToString("pos_embed");
    assertThat(positions.of(Symbolic.context(network), new IntPair(2, 3)))
        .hasToString(
            "pos_embed.get(:, :1, []).concat(interpolate(pos_embed.get(:, 1:, [])"
                + ".reshape([1, 4, 4, 8]).transpose([0, 3, 1, 2]),"
                + " IntPair[first=2, second=3], BICUBIC)"
                + ".reshape([1, 8, -1]).transpose([0, 2, 1]), 1)");
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    for (OutType type : OutType.values()) {
      VitOptions options = options(-1, type, true, 0);
      assertThat(new VisionTransformer(options).outChannels()).as(type.name()).containsExactly(8);
    }
    assertThat(
            new DistilledVisionTransformer(options(-1, OutType.CLS_TOKEN, true, 0)).outChannels())
        .containsExactly(8, 8);
  }

  @Test
  void optionsOfLayersAreAsManyAsTheLayersOrOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(-1, OutType.RAW, true, -1, 2))
        .withMessageContaining("layer_cfgs has 2 entries, but there are 3 layers");
  }
}
