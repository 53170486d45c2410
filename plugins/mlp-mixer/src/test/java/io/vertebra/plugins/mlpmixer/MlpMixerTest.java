package io.vertebra.plugins.mlpmixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Gelu;
import io.vertebra.nn.LayerNorm;
import io.vertebra.nn.PatchOptions;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MlpMixerTest {
  private static final LayerOptions SAME =
      new LayerOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          2,
          Optional.empty(),
          Optional.empty());

  private static MlpMixer.Options options(IntList outIndices) {
    return options(outIndices, LayerConfigs.ofAll(SAME));
  }

  private static MlpMixer.Options options(IntList outIndices, LayerConfigs layers) {
    return new MlpMixer.Options(
        new MixerArchitecture(8, 2, 6, 12),
        IntPair.of(32),
        IntPair.of(8),
        outIndices,
        0,
        0,
        arguments -> new LayerNorm(((NormContext) arguments[0]).features(), 1e-5),
        arguments -> new Gelu(false),
        PatchOptions.UNCHANGED,
        layers);
  }

  private final MlpMixer network = new MlpMixer(options(IntList.of(-1)));

  @Test
  void linearMapsStartAsMmpretrainHasThem() {
    assertThat(network.parameters().get("layers.0.token_mix.layers.0.0.weight").initial())
        .isEqualTo(Distribution.xavierUniform(16, 6));
    assertThat(network.parameters().get("layers.1.channel_mix.layers.1.bias").initial())
        .isEqualTo(new Distribution.Normal(0, 1e-6));
  }

  @Test
  void imagesHaveOneSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                network.forward(Symbolic.context(network), Symbolic.array("images", 2, 3, 32, 40)))
        .withMessageContaining("img_size 32 x 32 cannot take images of 32 x 40");
  }

  @Test
  void blocksThatAreNamedMustBeThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(IntList.of(2)))
        .withMessageContaining("out_indices has 2, but the blocks are 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(new IntList(List.of())))
        .withMessageContaining("out_indices is empty");
  }

  @Test
  void optionsOfBlocksAreAsManyAsTheBlocksOrOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(IntList.of(-1), LayerConfigs.ofEach(List.of(SAME, SAME, SAME))))
        .withMessageContaining("layer_cfgs has 3 entries, but there are 2 blocks");
  }

  @Test
  void architecturesAreNamed() {
    assertThat(MixerArchitecture.of("S")).isEqualTo(new MixerArchitecture(512, 8, 256, 2048));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MixerArchitecture.of("m"))
        .withMessageContaining("arch is 'm', but must be one of [s, small, b, base, l, large]");
  }
}
