package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import io.vertebra.engine.torch.TorchException;
import org.junit.jupiter.api.Test;

final class NetworkMismatchTest {
  private static String message(String nativeMessage) {
    return NetworkMismatch.message(new EngineException(nativeMessage)).orElseThrow();
  }

  @Test
  void wordsAClassThatTheNetworkDoesNotKnow() {
    TorchException error =
        new TorchException("losses.cross_entropy failed: Target 2 is out of bounds.", null);
    assertThat(NetworkMismatch.message(error).orElseThrow())
        .isEqualTo(
            "the data has an image of class 2 (from 0), but the network knows fewer classes: set"
                + " num_classes to the classes of the data");
  }

  @Test
  void wordsOtherChannels() {
    assertThat(
            message(
                "Given groups=1, weight of size [64, 3, 7, 7], expected input[64, 1, 32, 32] to"
                    + " have 3 channels, but got 1 channels instead"))
        .contains("expects images or features of 3 channels, but gets 1: ", "color_type");
  }

  @Test
  void wordsImagesThatAreTooSmall() {
    assertThat(
            message(
                "Calculated padded input size per channel: (1 x 1). Kernel size: (5 x 5). Kernel"
                    + " size can't be greater than actual input size"))
        .contains("too small for the network, which is left with 1 x 1 pixels: ");
  }

  @Test
  void wordsOtherFeatures() {
    assertThat(message("mat1 and mat2 shapes cannot be multiplied (14x512 and 2048x10)"))
        .contains("made for 2048 features, but gets 512: check in_channels of the head");
  }

  @Test
  void wordsOtherRows() {
    assertThat(message("Expected input batch_size (5184) to match target batch_size (64)."))
        .contains("5184 rows of scores for 64 images");
  }

  @Test
  void leavesAllElse() {
    assertThat(NetworkMismatch.message(new EngineException("anything"))).isEmpty();
    assertThat(NetworkMismatch.message(new EngineException((String) null))).isEmpty();
    assertThat(NetworkMismatch.message(new IllegalStateException("Target 2 is out of bounds")))
        .isEmpty();
  }
}
