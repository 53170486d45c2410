package io.vertebra.plugins.squeezenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.options.IntList;
import org.junit.jupiter.api.Test;

final class SqueezeNetTest {
  private static SqueezeNet.Options options(SqueezeNetVersion version, int classes, int index) {
    return new SqueezeNet.Options(version, classes, 0.5, IntList.of(index), 0);
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    assertThat(new SqueezeNet(options(SqueezeNetVersion.V1_0, -1, 0)).outChannels())
        .containsExactly(96);
    assertThat(new SqueezeNet(options(SqueezeNetVersion.V1_1, 10, -1)).outChannels())
        .containsExactly(10);
  }

  @Test
  void hasAClassifierWhereThereAreClasses() {
    assertThat(new SqueezeNet(options(SqueezeNetVersion.V1_1, -1, 3)).modules().keySet())
        .containsExactly("features");
    assertThat(new SqueezeNet(options(SqueezeNetVersion.V1_1, 10, 4)).modules().keySet())
        .containsExactly("features", "classifier");
  }

  @Test
  void theLogitsAreNoStageWithoutClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(SqueezeNetVersion.V1_0, -1, 4))
        .withMessageContaining("out_indices has 4, but the stages are 0 to 3");
  }
}
