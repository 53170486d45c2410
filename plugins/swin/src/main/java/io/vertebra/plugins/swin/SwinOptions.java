package io.vertebra.plugins.swin;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;

/**
 * Options of {@link SwinTransformer}, those of {@code mmpretrain.models.SwinTransformer}.
 *
 * @param arch the size
 * @param imgSize height and width of the images that position embeddings are for
 * @param windowSize height and width of a window
 * @param outAfterDownsample whether a feature is what the next stage is given
 * @param network options that both versions have
 */
@ConfigSection
public record SwinOptions(
    @Doc("size: a name, or a mapping") @Default("tiny") SwinArchitecture arch,
    @Doc("height and width of the images that position embeddings are for")
        @Default("224")
        @Range(min = 1)
        IntPair imgSize,
    @Doc("height and width of a window, in tokens") @Default("7") @Range(min = 2) int windowSize,
    @Doc("whether a feature is taken after patches were merged for the next stage")
        @Default("false")
        boolean outAfterDownsample,
    @Inline NetworkOptions network) {
  /** Checks what spans several options. */
  public SwinOptions {
    network.requireFit(arch);
    network.stageCfgs().requireFirstVersion();
  }
}
