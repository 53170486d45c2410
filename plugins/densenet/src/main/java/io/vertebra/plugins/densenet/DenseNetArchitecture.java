package io.vertebra.plugins.densenet;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.NamedValues;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * The size of a DenseNet. The named ones are those of {@code mmpretrain.models.DenseNet}.
 *
 * @param growthRate channels that each layer adds
 * @param depths how many layers each stage has
 * @param initChannels channels after the stem
 */
public record DenseNetArchitecture(
    @Doc("channels that each layer adds") @Range(min = 1) int growthRate,
    @Doc("number of layers of each stage") @Range(min = 1) List<Integer> depths,
    @Doc("channels after the stem") @Range(min = 1) int initChannels) {
  private static final NamedValues<DenseNetArchitecture> NAMED =
      new NamedValues<DenseNetArchitecture>("arch", "growth_rate, depths and init_channels")
          .with(new DenseNetArchitecture(32, List.of(6, 12, 24, 16), 64), "121")
          .with(new DenseNetArchitecture(48, List.of(6, 12, 36, 24), 96), "161")
          .with(new DenseNetArchitecture(32, List.of(6, 12, 32, 32), 64), "169")
          .with(new DenseNetArchitecture(32, List.of(6, 12, 48, 32), 64), "201");

  /** Checks that there is a stage. */
  public DenseNetArchitecture {
    depths = List.copyOf(depths);
    if (depths.isEmpty()) {
      throw new IllegalArgumentException("depths is empty: say how many layers each stage has");
    }
  }

  /**
   * Finds an architecture by its name.
   *
   * @param name the name, for example {@code 121}
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that name
   */
  @Shorthand
  public static DenseNetArchitecture of(String name) {
    return NAMED.get(name);
  }

  /**
   * Finds an architecture by its number of layers, as YAML reads a name without quotes.
   *
   * @param layers the number, for example 121
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that number
   */
  @Shorthand
  public static DenseNetArchitecture of(int layers) {
    return of(Integer.toString(layers));
  }
}
