package io.vertebra.plugins.repvgg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.api.plugin.Factory;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.LayerNorm2d;
import io.vertebra.nn.Relu;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RepVggTest {
  private static final String SMALL =
      "arch: {num_blocks: [1, 2], width_factor: [1, 1.5], group_layer_map: {3: 2},"
          + " se_cfg: {ratio: 4, divisor: 1}}, base_channels: 8, strides: [2, 1],"
          + " dilations: [1, 2], out_indices: [0, -1]";

  @Nested
  final class BranchesApart extends BackboneContract {
    @Override
    protected String config() {
      return "{type: RepVGG, " + SMALL + ", frozen_stages: 1, with_cp: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 24);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 8, 6), new Shape(24, 8, 6));
    }
  }

  @Nested
  final class BranchesMerged extends BackboneContract {
    @Override
    protected String config() {
      return "{type: RepVGG, " + SMALL + ", deploy: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 24);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 8, 6), new Shape(24, 8, 6));
    }
  }

  @Nested
  final class PyramidAfterTheLastStage extends BackboneContract {
    @Override
    protected String config() {
      return "{type: RepVGG, arch: {num_blocks: [1, 2], width_factor: [1, 1.5]}, base_channels: 8,"
          + " strides: [2, 1], dilations: [1, 2], out_indices: [0, -1],"
          + " conv_cfg: {type: Conv2d}, add_ppf: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 24);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 8, 6), new Shape(24, 8, 6));
    }
  }

  private static RepVggOptions options(
      RepVggArchitecture arch, List<Integer> strides, Factory<Norm> norms) {
    return new RepVggOptions(
        arch,
        3,
        64,
        IntList.of(-1),
        strides,
        List.of(1, 1, 1, 1),
        -1,
        Optional.empty(),
        norms,
        arguments -> new Relu(),
        false,
        false,
        false,
        /* addPpf= */ false);
  }

  private static RepVgg network(String arch, Factory<Norm> norms) {
    return new RepVgg(options(RepVggArchitecture.of(arch), List.of(2, 2, 2, 2), norms));
  }

  private static Norm batchNorm(Object... arguments) {
    return new BatchNorm2d(((NormContext) arguments[0]).features());
  }

  @Test
  void everySecondBlockHasGroups() {
    Map<String, Parameter> parameters = network("B1g4", RepVggTest::batchNorm).parameters();

    assertThat(parameters.get("stage_1.0.branch_3x3.conv.weight").shape())
        .isEqualTo(new Shape(128, 64, 3, 3));
    assertThat(parameters.get("stage_1.1.branch_3x3.conv.weight").shape())
        .isEqualTo(new Shape(128, 32, 3, 3));
    assertThat(parameters.get("stage_2.0.branch_1x1.conv.weight").shape())
        .isEqualTo(new Shape(256, 128, 1, 1));
    assertThat(parameters.get("stage_2.1.branch_1x1.conv.weight").shape())
        .isEqualTo(new Shape(256, 64, 1, 1));
  }

  @Test
  void startsAsMmpretrainDoes() {
    assertThat(
            network("A0", RepVggTest::batchNorm)
                .parameters()
                .get("stem.branch_3x3.conv.weight")
                .initial())
        .isEqualTo(new Distribution.Normal(0, Math.sqrt(2.0 / (48 * 9))));
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    assertThat(network("A2", RepVggTest::batchNorm).outChannels()).containsExactly(1408);
  }

  @Test
  void onlyBatchNormsCanBeMerged() {
    RepVgg network =
        network("A0", arguments -> new LayerNorm2d(((NormContext) arguments[0]).features(), 1e-6));

    assertThatIllegalStateException()
        .isThrownBy(() -> network.merge(null, Map.of()))
        .withMessageContaining("norm_cfg makes LayerNorm2d");
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    RepVggArchitecture arch = RepVggArchitecture.of("A0");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(arch, List.of(2, 2), RepVggTest::batchNorm))
        .withMessage("strides has 2 numbers, but arch has 4 stages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RepVggArchitecture.of("A3"))
        .withMessageContaining("arch is 'A3', but must be one of [A0, A1, A2, B0, ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RepVggArchitecture(
                    List.of(1, 2),
                    List.of(1.0, 1.0),
                    Optional.of(Map.of("4", 2)),
                    Optional.empty(),
                    64))
        .withMessage("group_layer_map has [4], but the blocks are 1 to 3");
  }
}
