package io.vertebra.plugins.necks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GlobalAveragePoolingTest {
  private static List<String> pool(int dim, NDArray... features) {
    GlobalAveragePooling neck = new GlobalAveragePooling(new GlobalAveragePooling.Options(dim));
    return neck.forward(Symbolic.context(neck), List.of(features)).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void poolsEachFeature() {
    assertThat(pool(2, Symbolic.array("a", 2, 8, 4, 4), Symbolic.array("b", 2, 16, 2, 2)))
        .containsExactly("globalAvgPool2d(a)", "globalAvgPool2d(b)");
  }

  @Test
  void poolsSequencesAndVolumesAsPlanesOfOneColumn() {
    assertThat(pool(1, Symbolic.array("a", 2, 8, 5)))
        .containsExactly("globalAvgPool2d(a.reshape([2, 8, -1, 1]))");
    assertThat(pool(3, Symbolic.array("a", 2, 8, 3, 4, 5)))
        .containsExactly("globalAvgPool2d(a.reshape([2, 8, -1, 1]))");
  }

  @Test
  void saysWhichShapeDoesNotFit() {
    assertThatThrownBy(() -> pool(2, Symbolic.array("a", 2, 8)))
        .hasMessageContaining("features of 4 axes, but the backbone gave (2, 8)");
  }

  @Test
  void keepsTheChannels() {
    GlobalAveragePooling neck = new GlobalAveragePooling(new GlobalAveragePooling.Options(2));
    assertThat(neck.outChannels(List.of(8, 16))).containsExactly(8, 16);
    assertThat(neck.inChannels()).isEmpty();
  }
}
