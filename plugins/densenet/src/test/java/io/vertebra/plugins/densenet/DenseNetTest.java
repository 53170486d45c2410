package io.vertebra.plugins.densenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntList;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Relu;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class DenseNetTest {
  @Nested
  final class Small extends BackboneContract {
    @Override
    protected String config() {
      return "{type: DenseNet, arch: {growth_rate: 4, depths: [2, 1, 2], init_channels: 6},"
          + " bn_size: 2, out_indices: [0, 2], frozen_stages: 1}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 36, 48);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(7, 4, 6), new Shape(13, 2, 3));
    }
  }

  @Nested
  final class Dropping extends BackboneContract {
    @Override
    protected String config() {
      return "{type: DenseNet, arch: {growth_rate: 4, depths: [2, 2], init_channels: 8},"
          + " drop_rate: 0.2, compression_factor: 1.0, in_channels: 1, memory_efficient: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(1, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(24, 4, 4));
    }
  }

  private static DenseNetOptions options(DenseNetArchitecture arch, int index, int frozen) {
    return new DenseNetOptions(
        arch,
        3,
        4,
        0,
        0.5,
        false,
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Relu(),
        IntList.of(index),
        frozen);
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    DenseNetArchitecture large = DenseNetArchitecture.of(161);

    assertThat(new DenseNet(options(large, -1, 0)).outChannels()).containsExactly(2208);
    assertThat(new DenseNet(options(large, 1, 0)).outChannels()).containsExactly(384);
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    DenseNetArchitecture small = DenseNetArchitecture.of("121");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(small, 4, 0))
        .withMessage("out_indices has 4, but the stages are 0 to 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(small, 0, 5))
        .withMessage("frozen_stages is 5, but there are 4 stages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DenseNetArchitecture.of("122"))
        .withMessageContaining("arch is '122', but must be one of [121, 161, 169, 201] or");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseNetArchitecture(4, List.of(), 8))
        .withMessageContaining("depths is empty");
  }
}
