package io.vertebra.plugins.swin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.LayerDepths.Depth;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Gelu;
import io.vertebra.nn.LayerNorm;
import io.vertebra.nn.PatchWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SwinTransformerTest {
  static final AttentionOptions PLAIN =
      new AttentionOptions(true, Optional.empty(), 0, 0, Optional.empty(), Optional.empty());

  private static final SwinArchitecture SMALL =
      new SwinArchitecture(8, List.of(2, 1), List.of(1, 2), 0);

  private static BlockOptions block(Optional<Integer> window) {
    return new BlockOptions(
        window,
        Optional.empty(),
        4,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PLAIN,
        new MapsOptions(Optional.empty(), 2, 0, arguments -> new Gelu(false), 0),
        arguments -> new LayerNorm(((NormContext) arguments[0]).features(), 1e-5));
  }

  private static StageOptions stage(BlockOptions block) {
    return stage(BlockConfigs.ofAll(block), Optional.empty());
  }

  private static StageOptions stage(BlockConfigs blocks, Optional<Integer> trainedWindow) {
    return new StageOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        trainedWindow,
        Optional.empty(),
        blocks);
  }

  private static NetworkOptions network(IntList outIndices, int frozen, Interpolation mode) {
    return network(outIndices, frozen, mode, Optional.empty());
  }

  private static NetworkOptions network(
      IntList outIndices, int frozen, Interpolation mode, Optional<Integer> window) {
    return new NetworkOptions(
        IntPair.of(4),
        3,
        0,
        0.1,
        outIndices,
        true,
        mode,
        false,
        frozen,
        false,
        false,
        arguments -> new LayerNorm(((NormContext) arguments[0]).features(), 1e-5),
        StageConfigs.ofAll(stage(block(window))),
        new SwinPatches(PatchWindow.UNCHANGED, Optional.empty()));
  }

  private static NetworkOptions network(int outIndex, int frozen) {
    return network(IntList.of(outIndex), frozen, Interpolation.BICUBIC);
  }

  private static SwinTransformer first(int frozen) {
    return new SwinTransformer(
        new SwinOptions(
            SMALL,
            IntPair.of(32),
            4,
            false,
            network(IntList.of(0), frozen, Interpolation.BICUBIC, Optional.of(2))));
  }

  private static SwinTransformerV2 second(IntList windows) {
    return new SwinTransformerV2(
        new SwinV2Options(SMALL, IntPair.of(32), windows, IntList.of(0), network(1, -1)));
  }

  @Test
  void depthGrowsByABlockAndMergedPatchesAreOfTheBlocksBefore() {
    SwinTransformer network = first(-1);

    assertThat(network.layerDepth("patch_embed.projection.weight")).isEqualTo(new Depth(0, 5));
    assertThat(network.layerDepth("stages.0.blocks.1.norm1.weight")).isEqualTo(new Depth(2, 5));
    assertThat(network.layerDepth("stages.0.downsample.norm.weight")).isEqualTo(new Depth(2, 5));
    assertThat(network.layerDepth("stages.1.blocks.0.norm1.weight")).isEqualTo(new Depth(3, 5));
    assertThat(network.layerDepth("norm0.weight")).isEqualTo(new Depth(4, 5));
  }

  @Test
  void inTheSecondVersionMergedPatchesAreOfTheBlocksAfter() {
    assertThat(second(IntList.of(4)).layerDepth("stages.1.downsample.norm.weight"))
        .isEqualTo(new Depth(3, 5));
  }

  @Test
  void frozenStagesTakeTheirNormsAndThePatchesWithThem() {
    List<String> trainable =
        first(0).parameters().entrySet().stream()
            .filter(entry -> entry.getValue().trainable())
            .map(Map.Entry::getKey)
            .toList();

    assertThat(trainable)
        .contains("stages.1.blocks.0.norm1.weight")
        .noneMatch(
            name ->
                name.startsWith("stages.0")
                    || name.startsWith("norm0")
                    || name.startsWith("patch_embed"));
    assertThat(first(-1).parameters().values()).allMatch(parameter -> parameter.trainable());
  }

  @Test
  void activationMapsAreDrawnOfTheNormOfTheDeepestFeature() {
    assertThat(second(IntList.of(4)).camLayer())
        .contains(new CamLayer("norm1", CamLayer.Axes.MAP_CHANNELS_LAST, 0));
  }

  @Test
  void optionsOfBlocksSetTheWindow() {
    assertThat(
            first(-1)
                .parameters()
                .get("stages.0.blocks.0.attn.w_msa.relative_position_bias_table")
                .shape()
                .getShape())
        .containsExactly(9, 1);
  }

  @Test
  void placesAreCountedByRowsThenColumnsOfTheirDistance() {
    RelativePlaces places = new RelativePlaces(2, 0);
    Distribution.Computed index = new Distribution.Computed(places::index);

    assertThat(List.of(0L, 1L, 3L, 12L, 15L))
        .extracting(pair -> index.values().applyAsDouble(pair))
        .containsExactly(4.0, 3.0, 0.0, 8.0, 4.0);
    assertThat(places.coordinate(0)).isCloseTo(-Math.log(9) / Math.log(8), within(1e-12));
    assertThat(places.coordinate(8)).isZero();
  }

  @Test
  void windowsAreAsManyAsTheStagesOrOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> second(new IntList(List.of(4, 4, 2))))
        .withMessageContaining("window_size has 3 numbers, but there are 2 stages");
  }

  @Test
  void mapsSmallerThanAWindowAreRefusedUnlessTheyArePadded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WindowSettings(4, 2, false, 0).windows(new IntPair(3, 8)))
        .withMessageContaining("set pad_small_map: true");
    assertThat(new WindowSettings(4, 2, true, 0).windows(new IntPair(3, 8)).padded())
        .isEqualTo(new IntPair(4, 8));
    assertThat(new WindowSettings(4, 2, false, 0).windows(new IntPair(4, 8)).shift()).isZero();
  }

  @Test
  void windowsMoveByLessThanTheirSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WindowSettings(4, 4, false, 0))
        .withMessageContaining("shift_size is 4, but must be below the window of 4");
  }

  @Test
  void optionsOfStagesAndBlocksAreAsManyAsTheseOrOne() {
    StageOptions stage = stage(block(Optional.empty()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageConfigs.ofEach(List.of(stage, stage, stage)).requireStages(2))
        .withMessageContaining("stage_cfgs has 3 entries, but there are 2 stages");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                BlockConfigs.ofEach(List.of(block(Optional.empty()), block(Optional.empty())))
                    .requireBlocks(3))
        .withMessageContaining("block_cfgs has 2 entries, but there are 3 blocks");
  }

  @Test
  void optionsOfTheOtherVersionAreRefused() {
    StageOptions second = stage(BlockConfigs.ofAll(block(Optional.empty())), Optional.of(4));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageConfigs.ofAll(second).requireFirstVersion())
        .withMessageContaining(
            "stage_cfgs sets pretrained_window_size, which only SwinTransformerV2 has");
  }

  @Test
  void stagesThatAreNamedMustBeThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(2, -1).requireFit(SMALL))
        .withMessageContaining("out_indices has 2, but the stages are 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(1, 2).requireFit(SMALL))
        .withMessageContaining("frozen_stages is 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(new IntList(List.of()), -1, Interpolation.BICUBIC))
        .withMessageContaining("out_indices is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(IntList.of(0), -1, Interpolation.NEAREST))
        .withMessageContaining("must be bicubic or bilinear");
  }

  @Test
  void architecturesAreNamedOrFitTogether() {
    assertThat(SwinArchitecture.of("base").numHeads()).containsExactly(4, 8, 16, 32);
    assertThat(SwinArchitecture.of("Base")).isEqualTo(SwinArchitecture.of("base"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SwinArchitecture.of("tiniest"))
        .withMessageContaining("arch is 'tiniest', but must be one of [t, tiny");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SwinArchitecture(8, List.of(2), List.of(1, 2), 0))
        .withMessageContaining("depths names 1 stages and num_heads 2");
  }
}
