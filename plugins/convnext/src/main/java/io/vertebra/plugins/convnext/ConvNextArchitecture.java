package io.vertebra.plugins.convnext;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.NamedValues;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * The size of a ConvNeXt. The named ones are those of {@code mmpretrain.models.ConvNeXt}.
 *
 * @param depths how many blocks each stage has
 * @param channels channels of each stage
 */
public record ConvNextArchitecture(
    @Doc("number of blocks of each stage") @Range(min = 1) List<Integer> depths,
    @Doc("channels of each stage") @Range(min = 1) List<Integer> channels) {
  private static final NamedValues<ConvNextArchitecture> NAMED =
      new NamedValues<ConvNextArchitecture>("arch", "depths and channels")
          .with(doubling(List.of(2, 2, 6, 2), 40), "atto")
          .with(doubling(List.of(2, 2, 6, 2), 48), "femto")
          .with(doubling(List.of(2, 2, 6, 2), 64), "pico")
          .with(doubling(List.of(2, 2, 8, 2), 80), "nano")
          .with(doubling(List.of(3, 3, 9, 3), 96), "tiny")
          .with(doubling(List.of(3, 3, 27, 3), 96), "small")
          .with(doubling(List.of(3, 3, 27, 3), 128), "base")
          .with(doubling(List.of(3, 3, 27, 3), 192), "large")
          .with(doubling(List.of(3, 3, 27, 3), 256), "xlarge")
          .with(doubling(List.of(3, 3, 27, 3), 352), "huge");

  /** Checks that both lists are of the same stages. */
  public ConvNextArchitecture {
    depths = List.copyOf(depths);
    channels = List.copyOf(channels);
    if (depths.size() != channels.size() || depths.size() < 2) {
      throw new IllegalArgumentException(
          "arch has %d depths and %d channels, but needs one of each for two stages or more"
              .formatted(depths.size(), channels.size()));
    }
  }

  private static ConvNextArchitecture doubling(List<Integer> depths, int first) {
    return new ConvNextArchitecture(depths, List.of(first, 2 * first, 4 * first, 8 * first));
  }

  /**
   * Finds an architecture by its name.
   *
   * @param name the name, for example {@code tiny}
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that name
   */
  @Shorthand
  public static ConvNextArchitecture of(String name) {
    return NAMED.get(name);
  }

  /** How many stages there are. */
  int stages() {
    return depths.size();
  }

  /** How many blocks there are in the stages before one, or in all. */
  int blocksBefore(int stage) {
    return depths.subList(0, stage).stream().mapToInt(Integer::intValue).sum();
  }
}
