package io.vertebra.plugins.vgg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.nn.Relu;
import io.vertebra.testkit.BackboneContract;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The linear layers are too large for the contract; the golden figures cover them. */
final class VggTest {
  @Nested
  final class Plain extends BackboneContract {
    @Override
    protected String config() {
      return "{type: VGG, depth: 13, num_stages: 2, dilations: [1, 2], out_indices: [0, 1],"
          + " with_last_pool: false}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 16, 24);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 8, 12), new Shape(128, 8, 12));
    }
  }

  @Nested
  final class BatchNorms extends BackboneContract {
    @Override
    protected String config() {
      return "{type: VGG, depth: 11, num_stages: 2, dilations: [1, 1], norm_cfg: {type: BN},"
          + " frozen_stages: 1, norm_eval: true, ceil_mode: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 13, 16);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(128, 4, 4));
    }
  }

  private static VggOptions options(int depth, int classes, int stages, IntList indices) {
    return new VggOptions(
        depth,
        classes,
        stages,
        Collections.nCopies(stages, 1),
        Optional.ofNullable(indices),
        -1,
        Optional.empty(),
        Optional.empty(),
        arguments -> new Relu(),
        false,
        false,
        true);
  }

  private static List<Integer> channels(int classes, IntList indices) {
    return new Vgg(options(16, classes, 5, indices)).outChannels();
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    assertThat(channels(-1, null)).containsExactly(512);
    assertThat(channels(10, null)).containsExactly(10);
    assertThat(channels(10, IntList.of(5))).containsExactly(10);
    assertThat(channels(10, IntList.of(List.of(0, 2)))).containsExactly(64, 256, 10);
  }

  @Test
  void startsAsMmpretrainDoes() {
    Map<String, Parameter> parameters = new Vgg(options(11, 10, 5, null)).parameters();

    assertThat(parameters.get("features.2.conv.weight").initial())
        .isEqualTo(new Distribution.Normal(0, Math.sqrt(2.0 / (128 * 9))));
    assertThat(parameters.get("features.2.conv.bias").initial()).isEqualTo(Distribution.zeros());
    assertThat(parameters.get("classifier.3.weight").initial())
        .isEqualTo(new Distribution.Normal(0, 0.01));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vgg(options(12, -1, 5, null)))
        .withMessage("depth is 12, but must be one of [11, 13, 16, 19]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(11, 10, 3, null))
        .withMessageContaining("num_stages is 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(11, -1, 5, IntList.of(5)))
        .withMessageContaining("out_indices has 5, but the stages are 0 to 4");
  }
}
