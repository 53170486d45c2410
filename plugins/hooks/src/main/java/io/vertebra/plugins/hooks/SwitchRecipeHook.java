package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes pipeline, batch augments and loss of training at epochs, {@code
 * mmpretrain.engine.SwitchRecipeHook}. A run that goes on begins with all changes that were due
 * before.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "SwitchRecipeHook",
    summary = "Changes pipeline, batch augments and loss of training at epochs")
public final class SwitchRecipeHook implements Hook {
  private final List<RecipeSwitch> schedule;

  /**
   * Options of {@link SwitchRecipeHook}.
   *
   * @param schedule the changes
   */
  public record Options(
      @Doc("the changes, each at an epoch of its own") List<RecipeSwitch> schedule) {
    /** Checks that no epoch is named twice. */
    public Options {
      Set<Integer> epochs = new HashSet<>();
      for (RecipeSwitch each : schedule) {
        if (!epochs.add(each.actionEpoch())) {
          throw new IllegalArgumentException(
              "action_epoch "
                  + each.actionEpoch()
                  + " is there twice in the schedule; put both changes into one");
        }
      }
    }
  }

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public SwitchRecipeHook(Options options) {
    this.schedule =
        options.schedule().stream()
            .sorted(Comparator.comparingInt(RecipeSwitch::actionEpoch))
            .toList();
  }

  @Override
  public void beforeTrain(Run run) {
    int finished = run.progress().epoch();
    schedule.stream()
        .filter(each -> each.actionEpoch() <= finished)
        .forEach(each -> apply(each, run));
  }

  @Override
  public void beforeTrainEpoch(Run run) {
    int present = run.progress().epoch() + 1;
    schedule.stream()
        .filter(each -> each.actionEpoch() == present)
        .forEach(each -> apply(each, run));
  }

  private static void apply(RecipeSwitch change, Run run) {
    List<String> changed = change.apply(run.recipe());
    run.note(
        "recipe of epoch %d: %s"
            .formatted(
                change.actionEpoch(),
                changed.isEmpty() ? "no change" : String.join(", ", changed) + " switched"));
  }
}
