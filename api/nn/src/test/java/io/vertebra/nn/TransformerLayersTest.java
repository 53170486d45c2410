package io.vertebra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntPair;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TransformerLayersTest {
  private static final BranchSettings PLAIN = new BranchSettings(0, 0, 0);

  private static TransformerEncoderLayer encoder(BranchSettings branch) {
    return encoder(
        branch, new FeedForward(new FeedForward.Maps(8, 16), () -> new Gelu(false), branch));
  }

  private static TransformerEncoderLayer encoder(BranchSettings branch, TokenMlp feedForward) {
    return new TransformerEncoderLayer(
        new AttentionSettings(8, 2, true, 0),
        branch,
        arguments -> new LayerNorm(((NormContext) arguments[0]).features(), 1e-6),
        feedForward);
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
  void aGatedFeedForwardPartHasTwoThirdsOfTheSizeAsAMultipleOfEight() {
    TransformerEncoderLayer layer = encoder(PLAIN, new SwiGluFeedForward(8, 40, 1e-5));

    assertThat(layer.parameters().get("ffn.w12.weight").shape()).isEqualTo(new Shape(64, 8));
    assertThat(layer.parameters().get("ffn.w3.weight").shape()).isEqualTo(new Shape(8, 32));
    assertThat(layer.parameters().get("ffn.gamma2.weight").shape()).isEqualTo(new Shape(8));
    assertThat(layer.parameters().get("ffn.w12.weight").initial())
        .isEqualTo(Distribution.xavierUniform(8, 64));
  }

  @Test
  void headsMustDivideTheFeatures() {
    assertThatThrownBy(() -> new AttentionSettings(10, 3, true, 0))
        .hasMessageContaining("10 features cannot be divided into 3 heads");
  }

  @Test
  void aFeedForwardPartMayHaveMoreMaps() {
    FeedForward maps =
        new FeedForward(new FeedForward.Maps(8, 16, 3), () -> new Gelu(false), PLAIN);
    maps.initializeXavier();

    assertThat(maps.parameters().get("layers.1.0.weight").initial())
        .isEqualTo(Distribution.xavierUniform(16, 16));
    assertThat(maps.parameters().get("layers.2.weight").shape()).isEqualTo(new Shape(8, 16));
    assertThatThrownBy(() -> new FeedForward.Maps(8, 16, 1))
        .hasMessageContaining("num_fcs is 1, but a feed-forward part has 2 linear maps or more");
  }

  private static PatchEmbed patches(WindowPadding padding) {
    SlidingWindow window =
        new SlidingWindow(new IntPair(16, 8), new IntPair(16, 4), padding, IntPair.of(1));
    return new PatchEmbed(
        new PatchEmbed.Patches(3, 8, window, ConvType.CONV_2D, true), Optional.empty());
  }

  @Test
  void patchesCoverTheWholeImage() {
    PatchEmbed patches = patches(WindowPadding.CORNER);

    assertThat(patches.grid(new IntPair(32, 32))).isEqualTo(new IntPair(2, 8));
    assertThat(patches.grid(new IntPair(33, 32))).isEqualTo(new IntPair(3, 8));
  }

  @Test
  void patchesLeaveOutWhatAFixedPaddingDoesNotReach() {
    assertThat(patches(WindowPadding.ofNumber(0)).grid(new IntPair(33, 32)))
        .isEqualTo(new IntPair(2, 7));
    assertThatThrownBy(() -> patches(WindowPadding.ofNumber(0)).grid(new IntPair(12, 32)))
        .hasMessageContaining("a window that spans 16 x 8 does not fit into maps of 12 x 32");
  }

  @Test
  void ratesAreChances() {
    assertThatThrownBy(() -> new Dropout(1)).hasMessageContaining("not 1.0");
  }
}
