package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.Optional;

/**
 * Parameters that stay as they are, for the whole run or a part of it. A config may give the
 * pattern alone.
 *
 * @param params which parameters
 * @param begin where it begins
 * @param end where it ends
 * @param normEval whether frozen norms keep to their running statistics
 */
public record FreezeOptions(
    @Doc(
            "name of a parameter or of a part of the network, such as backbone.layer1; * stands for"
                + " any characters")
        String params,
    @Doc("first epoch that they are frozen in, from 0; iteration where train_cfg counts these")
        @Default("0")
        @Range(min = 0)
        int begin,
    @Doc("first epoch or iteration that they are trained in again; never where it is left out")
        @Range(min = 1)
        Optional<Integer> end,
    @Doc(
            "whether norms all of whose parameters are frozen keep to their running statistics, and"
                + " leave them as they are")
        @Default("true")
        boolean normEval) {
  /** Checks that there is something in between. */
  public FreezeOptions {
    if (end.isPresent() && end.get() <= begin) {
      throw new IllegalArgumentException(
          "end is %d, but begin is %d; nothing is frozen then".formatted(end.get(), begin));
    }
  }

  /**
   * Freezes for the whole run.
   *
   * @param params which parameters
   * @return the options
   */
  @Shorthand
  public static FreezeOptions of(String params) {
    return new FreezeOptions(params, 0, Optional.empty(), true);
  }

  /**
   * Whether they are frozen at a position.
   *
   * @param position finished epochs or iterations
   * @return true from the beginning to before the end
   */
  public boolean actsAt(long position) {
    return position >= begin && end.map(last -> position < last).orElse(true);
  }

  /**
   * Whether they are frozen in the whole run.
   *
   * @return true if no iteration trains them
   */
  public boolean isForGood() {
    return begin == 0 && end.isEmpty();
  }
}
