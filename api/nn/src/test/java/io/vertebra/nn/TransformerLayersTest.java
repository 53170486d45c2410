package io.vertebra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntPair;
import org.junit.jupiter.api.Test;

final class TransformerLayersTest {
  private static final BranchSettings PLAIN = new BranchSettings(0, 0, 0);

  private static TransformerEncoderLayer encoder(BranchSettings branch) {
    return new TransformerEncoderLayer(
        new EncoderLayerSettings(new AttentionSettings(8, 2, true, 0), 16, branch),
        arguments -> new LayerNorm(((NormContext) arguments[0]).features(), 1e-6),
        arguments -> new Gelu(false));
  }

  @Test
  void anEncoderLayerHasTheNamesOfMmpretrain() {
    assertThat(encoder(PLAIN).tensors().keySet())
        .containsExactly(
            "ln1.weight",
            "ln1.bias",
            "attn.qkv.weight",
            "attn.qkv.bias",
            "attn.proj.weight",
            "attn.proj.bias",
            "ln2.weight",
            "ln2.bias",
            "ffn.layers.0.0.weight",
            "ffn.layers.0.0.bias",
            "ffn.layers.1.weight",
            "ffn.layers.1.bias");
  }

  @Test
  void bothBranchesCanBeScaled() {
    assertThat(encoder(new BranchSettings(0, 0, 1e-5)).parameters())
        .hasEntrySatisfying(
            "attn.gamma1.weight",
            gamma -> assertThat(gamma.initial()).isEqualTo(new Distribution.Constant(1e-5)))
        .containsKey("ffn.gamma2.weight");
  }

  @Test
  void theFeedForwardPartStartsAsMmpretrainHasIt() {
    TransformerEncoderLayer layer = encoder(PLAIN);

    for (String map : new String[] {"ffn.layers.0.0", "ffn.layers.1"}) {
      assertThat(layer.parameters().get(map + ".weight").initial())
          .isEqualTo(new Distribution.Uniform(-0.5, 0.5));
      assertThat(layer.parameters().get(map + ".bias").initial())
          .isEqualTo(new Distribution.Normal(0, 1e-6));
    }
  }

  @Test
  void headsMustDivideTheFeatures() {
    assertThatThrownBy(() -> new AttentionSettings(10, 3, true, 0))
        .hasMessageContaining("10 features cannot be divided into 3 heads");
  }

  @Test
  void patchesCoverTheWholeImage() {
    PatchEmbed patches = new PatchEmbed(3, 8, new IntPair(16, 8), new IntPair(16, 4), true);

    assertThat(patches.grid(new IntPair(32, 32))).isEqualTo(new IntPair(2, 8));
    assertThat(patches.grid(new IntPair(33, 32))).isEqualTo(new IntPair(3, 8));
  }

  @Test
  void ratesAreChances() {
    assertThatThrownBy(() -> new Dropout(1)).hasMessageContaining("not 1.0");
  }
}
