package io.vertebra.plugins.swin;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import java.util.List;

/**
 * Options of {@link SwinTransformerV2}, those of {@code mmpretrain.models.SwinTransformerV2}.
 *
 * @param arch the size
 * @param imgSize height and width of the images that position embeddings are for
 * @param windowSize height and width of a window, for all stages or for each
 * @param pretrainedWindowSizes the windows that the weights were trained with, for each stage
 * @param network options that both versions have
 */
@ConfigSection
public record SwinV2Options(
    @Doc("size: a name, or a mapping") @Default("tiny") SwinArchitecture arch,
    @Doc("height and width of the images that position embeddings are for")
        @Default("256")
        @Range(min = 1)
        IntPair imgSize,
    @Doc("height and width of a window, in tokens: one number, or one for each stage")
        @Default("8")
        @Range(min = 2)
        IntList windowSize,
    @Doc(
            "windows that the weights were trained with, one for each stage; 0 for the same as"
                + " window_size")
        @Default("0")
        @Range(min = 0)
        IntList pretrainedWindowSizes,
    @Inline NetworkOptions network) {
  /** Checks what spans several options. */
  public SwinV2Options {
    network.requireFit(arch);
    network.stageCfgs().requireSecondVersion();
    requireEach("window_size", windowSize, arch);
    requireEach("pretrained_window_sizes", pretrainedWindowSizes, arch);
  }

  private static void requireEach(String key, IntList list, SwinArchitecture arch) {
    int size = list.values().size();
    if (size != 1 && size != arch.stages()) {
      throw new IllegalArgumentException(
          "%s has %d numbers, but there are %d stages: give one number, or one for each stage"
              .formatted(key, size, arch.stages()));
    }
  }

  int window(int stage) {
    return of(windowSize.values(), stage);
  }

  /** The window that the weights were trained with; 0 for that of the block. */
  int pretrainedWindow(int stage) {
    return of(pretrainedWindowSizes.values(), stage);
  }

  private static int of(List<Integer> numbers, int stage) {
    return numbers.get(numbers.size() == 1 ? 0 : stage);
  }
}
