package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearNamesTest {
  @Test
  void distanceCountsEdits() {
    assertThat(NearNames.distance("", "abc")).isEqualTo(3);
    assertThat(NearNames.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearNames.distance("haed", "head")).isEqualTo(1);
    assertThat(NearNames.distance("Resnet", "ResNet")).isZero();
  }

  @Test
  void nearestNamesComeFirst() {
    assertThat(NearNames.of("ResNet5", List.of("ResNet", "ResNeXt", "VisionTransformer")))
        .containsExactly("ResNet", "ResNeXt");
    assertThat(NearNames.of("lr", List.of("momentum", "weight_decay"))).isEmpty();
  }

  @Test
  void theQuestionNamesThem() {
    assertThat(NearNames.question("hed", List.of("head", "neck"))).contains("did you mean `head`?");
    assertThat(NearNames.question("bet", List.of("bat", "bit")))
        .contains("did you mean `bat` or `bit`?");
    assertThat(NearNames.question("x".repeat(1000), List.of("y"))).isEmpty();
  }
}
