package io.vertebra.api.train;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.Optional;

/**
 * Options that every hook takes.
 *
 * @param priority when it runs among the hooks of a stage
 */
public record HookSettings(
    @Doc(
            "when it runs among the hooks of a stage, smaller is earlier; the hook's own where it is"
                + " left out")
        @Range(min = 0, max = 100)
        Optional<Rank> priority) {
  /**
   * A priority, written as a number or as the name of a {@link Priority}.
   *
   * @param value 0 to 100, smaller is earlier
   */
  public record Rank(int value) {
    /**
     * Takes a number.
     *
     * @param value 0 to 100
     * @return the rank
     */
    @Shorthand
    public static Rank ofNumber(int value) {
      return new Rank(value);
    }

    /**
     * Takes a name.
     *
     * @param name the priority
     * @return the rank
     */
    @Shorthand
    public static Rank ofName(Priority name) {
      return new Rank(name.value());
    }
  }
}
