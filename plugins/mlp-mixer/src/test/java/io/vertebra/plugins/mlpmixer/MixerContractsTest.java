package io.vertebra.plugins.mlpmixer;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class MixerContractsTest {
  private static final String SMALL =
      "{type: MlpMixer, patch_size: 8, arch: {embed_dims: 8, num_layers: 2, tokens_mlp_dims: 6,"
          + " channels_mlp_dims: 12}, ";

  @Nested
  final class LastBlock extends BackboneContract {
    @Override
    protected String config() {
      return SMALL + "img_size: 32, drop_rate: 0.1, drop_path_rate: 0.1}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 16));
    }
  }

  @Nested
  final class AllBlocksOfImagesThatPatchesDoNotDivide extends BackboneContract {
    @Override
    protected String config() {
      return SMALL + "img_size: [20, 32], out_indices: [0, -1]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 20, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 12), new Shape(8, 12));
    }
  }
}
