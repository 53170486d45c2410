package io.vertebra.plugins.swin;

import io.vertebra.api.options.Shorthand;
import java.util.List;
import java.util.Optional;

/**
 * Options of stages, written as a mapping for all of them or as a list with one for each.
 *
 * @param list one for all, or one for each stage
 */
public record StageConfigs(List<StageOptions> list) {
  /** Keeps a copy that does not change. */
  public StageConfigs {
    list = List.copyOf(list);
  }

  /**
   * Gives all stages the same options.
   *
   * @param all the options
   * @return them
   */
  @Shorthand
  public static StageConfigs ofAll(StageOptions all) {
    return new StageConfigs(List.of(all));
  }

  /**
   * Gives each stage options of its own.
   *
   * @param each the options, first stage to last
   * @return them
   */
  @Shorthand
  public static StageConfigs ofEach(List<StageOptions> each) {
    return new StageConfigs(each);
  }

  void requireStages(int stages) {
    if (list.size() != 1 && list.size() != stages) {
      throw new IllegalArgumentException(
          "stage_cfgs has %d entries, but there are %d stages: give one mapping for all, or one for each"
              .formatted(list.size(), stages));
    }
  }

  /** Fails where something is set that the first version of the network does not have. */
  void requireFirstVersion() {
    for (StageOptions stage : list) {
      refuse("extra_norm_every_n_blocks", stage.extraNormEveryNBlocks(), "SwinTransformerV2");
      refuse("pretrained_window_size", stage.pretrainedWindowSize(), "SwinTransformerV2");
      for (BlockOptions block : stage.blockCfgs().list()) {
        refuse("extra_norm", block.extraNorm(), "SwinTransformerV2");
        refuse("pretrained_window_size", block.pretrainedWindowSize(), "SwinTransformerV2");
        refuse("cpb_mlp_hidden_dims", block.attnCfgs().hidden(), "SwinTransformerV2");
      }
    }
  }

  /** Fails where something is set that the second version of the network does not have. */
  void requireSecondVersion() {
    for (StageOptions stage : list) {
      for (BlockOptions block : stage.blockCfgs().list()) {
        refuse("qk_scale", block.attnCfgs().scale(), "SwinTransformer");
      }
    }
  }

  private static void refuse(String key, Optional<?> value, String owner) {
    if (value.isPresent()) {
      throw new IllegalArgumentException(
          "stage_cfgs sets %s, which only %s has: leave it out".formatted(key, owner));
    }
  }

  StageOptions of(int stage) {
    return list.get(list.size() == 1 ? 0 : stage);
  }
}
