package io.vertebra.cli;

import ai.djl.engine.EngineException;
import io.vertebra.engine.torch.TorchException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words what the native library says where a network does not fit its images, its classes or its
 * own parts. Such mistakes of a config show only when a network computes.
 */
final class NetworkMismatch {
  private record Wording(Pattern nativeMessage, Function<MatchResult, String> message) {
    Wording(String nativeMessage, Function<MatchResult, String> message) {
      this(Pattern.compile(nativeMessage), message);
    }
  }

  private static final List<Wording> WORDINGS =
      List.of(
          new Wording(
              "Target (\\d+) is out of bounds",
              found ->
                  ("the data has an image of class %s (from 0), but the network knows"
                          + " fewer classes: set num_classes to the classes of the data")
                      .formatted(found.group(1))),
          new Wording(
              "to have (\\d+) channels, but got (\\d+) channels",
              found ->
                  ("the network expects images or features of %s channels, but gets %s:"
                          + " check color_type of LoadImageFromFile and in_channels")
                      .formatted(found.group(1), found.group(2))),
          new Wording(
              "Calculated padded input size per channel: \\((\\d+ x \\d+)\\)",
              found ->
                  ("the images are too small for the network, which is left with %s"
                          + " pixels: give larger ones by the pipeline")
                      .formatted(found.group(1))),
          new Wording(
              "mat1 and mat2 shapes cannot be multiplied \\(\\d+x(\\d+) and (\\d+)x\\d+\\)",
              found ->
                  ("a linear layer is made for %s features, but gets %s: check in_channels"
                          + " of the head, and the neck before it")
                      .formatted(found.group(2), found.group(1))),
          new Wording(
              "Expected input batch_size \\((\\d+)\\) to match target batch_size \\((\\d+)\\)",
              found ->
                  ("the network gives %s rows of scores for %s images: images of this size"
                          + " do not suit it, or a neck is missing")
                      .formatted(found.group(1), found.group(2))));

  private NetworkMismatch() {}

  /** The message for a user, or empty where the error is of another kind. */
  static Optional<String> message(Throwable error) {
    if (!(error instanceof EngineException || error instanceof TorchException)) {
      return Optional.empty();
    }
    String text = String.valueOf(error.getMessage());
    return WORDINGS.stream()
        .flatMap(wording -> wording.nativeMessage().matcher(text).results().map(wording.message()))
        .findFirst();
  }
}
