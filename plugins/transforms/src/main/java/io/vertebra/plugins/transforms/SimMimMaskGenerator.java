package io.vertebra.plugins.transforms;

import io.vertebra.api.data.PatchMask;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.random.RandomGenerator;

/**
 * Hides random square blocks of an image (Xie et al., SimMIM, 2022, section 3.2), {@code
 * mmpretrain.datasets.SimMIMMaskGenerator}. The number of blocks is rounded up.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "SimMIMMaskGenerator",
    summary = "Hides random square blocks of an image")
public final class SimMimMaskGenerator implements Transform {
  private final int blocks;
  private final int patchesOfBlock;
  private final int hiddenBlocks;

  /**
   * Options of {@link SimMimMaskGenerator}.
   *
   * @param inputSize the side of images
   * @param maskPatchSize the side of a block
   * @param modelPatchSize the side of a patch
   * @param maskRatio how much is hidden
   */
  public record Options(
      @Doc("side of images in pixels") @Default("192") @Range(min = 1) int inputSize,
      @Doc("side of a block that is hidden as a whole, in pixels") @Default("32") @Range(min = 1)
          int maskPatchSize,
      @Doc("side of a patch of the network, in pixels") @Default("4") @Range(min = 1)
          int modelPatchSize,
      @Doc("part of the blocks that is hidden") @Default("0.6") @Range(min = 0, max = 1)
          double maskRatio) {
    /** Checks that blocks and patches fit. */
    public Options {
      if (inputSize % maskPatchSize != 0 || maskPatchSize % modelPatchSize != 0) {
        throw new IllegalArgumentException(
            "input_size %d, mask_patch_size %d and model_patch_size %d: each must be a multiple of the next"
                .formatted(inputSize, maskPatchSize, modelPatchSize));
      }
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public SimMimMaskGenerator(Options options) {
    blocks = options.inputSize() / options.maskPatchSize();
    patchesOfBlock = options.maskPatchSize() / options.modelPatchSize();
    hiddenBlocks = (int) Math.ceil(blocks * blocks * options.maskRatio());
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    boolean[] hidden = draw(random);
    int side = blocks * patchesOfBlock;
    boolean[] patches = new boolean[side * side];
    for (int i = 0; i < patches.length; i++) {
      patches[i] = hidden[i / side / patchesOfBlock * blocks + i % side / patchesOfBlock];
    }
    return sample.withMask(new PatchMask(side, side, patches));
  }

  /** Draws which blocks are hidden, each choice as likely as any other of the same number. */
  private boolean[] draw(RandomGenerator random) {
    boolean[] hidden = new boolean[blocks * blocks];
    int left = hiddenBlocks;
    for (int block = 0; block < hidden.length; block++) {
      hidden[block] = random.nextInt(hidden.length - block) < left;
      left -= hidden[block] ? 1 : 0;
    }
    return hidden;
  }
}
