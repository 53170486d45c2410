package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configs that cannot work are refused with what is wrong in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsTest {
  private PluginRuntime plugins;
  private TransformBench bench;

  @BeforeAll
  void open() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
    bench = new TransformBench(plugins);
  }

  @AfterAll
  void close() {
    bench.close();
    plugins.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: Shear} | magnitude and magnitude_range are both left out",
        "{type: Posterize, bits: 3, magnitude_range: [4, 0]} | are both there",
        "{type: Rotate, magnitude_range: [4]} | expected two numbers",
        "{type: Rotate, angle: 3, center: [1]} | center is [1.0]",
        "{type: Rotate, angle: 3, interpolation: lanczos} | images are moved with one of [nearest",
        "{type: Sharpness, magnitude: 1, magnitude_std: big} | magnitude_std is 'big'",
        "{type: Sharpness, magnitude: 1, total_level: 0} | total_level 0.0",
        "{type: RandAugment, policies: [], num_policies: 1, magnitude_level: 3} | policies must",
        "{type: AutoAugment, policies: imagnet} | imagenet",
        "{type: AugMix, chain_depth: 0} | neither may be 0",
        "{type: Pad} | is none of them",
        "{type: Pad, size: 4, size_divisor: 4} | size is not alone",
        "{type: RandomFlip, prob: [0.7, 0.7], direction: [horizontal, vertical]} | all together",
        "{type: RandomFlip, prob: [0.2, 0.2]} | prob has 2 numbers",
        "{type: RandomErasing, min_area_ratio: 0.5} | greater than max_area_ratio",
        "{type: RandomErasing, aspect_range: [3, 2]} | aspect_range is [3.0, 2.0]",
        "{type: ColorJitter, hue: [0.3, 0.1]} | hue is [0.3, 0.1]",
        "{type: Lighting, eigval: [1, 2], eigvec: [[1, 2], [1, 2]]} | expected three lists",
        "{type: RandomGrayscale, channel_weights: [1, 1]} | expected three numbers",
        "{type: RandomChoice, transforms: []} | empty list",
        "{type: RandomChoice, transforms: [{type: Invert}], prob: [0.4]} | together 1",
        "{type: LoadImageFromFile, min_size: 0} | min_size is 0",
        "{type: LoadImageFromFile, to_float32: true} | images have 8 bits",
      })
  void namesWhatIsWrong(String config, String message) {
    assertThatThrownBy(() -> bench.transform(config)).hasMessageContaining(message);
  }
}
