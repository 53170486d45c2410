package io.vertebra.plugins.densenet;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
  private static final Map<String, DenseNetArchitecture> NAMED =
      Map.of(
          "121", new DenseNetArchitecture(32, List.of(6, 12, 24, 16), 64),
          "161", new DenseNetArchitecture(48, List.of(6, 12, 36, 24), 96),
          "169", new DenseNetArchitecture(32, List.of(6, 12, 32, 32), 64),
          "201", new DenseNetArchitecture(32, List.of(6, 12, 48, 32), 64));

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
    DenseNetArchitecture found = NAMED.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "arch is '"
              + name
              + "', but must be one of "
              + new TreeSet<>(NAMED.keySet())
              + " or a mapping with growth_rate, depths and init_channels");
    }
    return found;
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
