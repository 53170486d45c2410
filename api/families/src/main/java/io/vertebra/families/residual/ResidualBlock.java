package io.vertebra.families.residual;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.DropPath;
import io.vertebra.nn.Intermediates;

/**
 * A branch whose output is added to the input, and an activation of the sum: N x C x H x W to N x K
 * x H' x W'. Where the shape changes, a shortcut brings the input to that of the branch.
 *
 * <p>Names are those of the branch and {@code downsample}, the shortcut.
 */
public final class ResidualBlock extends Layer {
  private final ResidualBranch branch;
  private final Layer downsample;
  private final DropPath dropPath;
  private final Activation activation;
  private boolean startsAsIdentity;

  /**
   * Makes a block.
   *
   * @param settings where it stands in the network
   * @param branch what is added
   */
  public ResidualBlock(BlockSettings settings, ResidualBranch branch) {
    this.branch = requireNonNull(branch, "branch is null");
    branch.modules().forEach(this::addModule);
    this.activation = addModule("relu", settings.layers().activation());
    this.downsample =
        settings.changesShape()
            ? addModule("downsample", settings.shortcut().create(settings))
            : null;
    this.dropPath = addModule("drop_path", new DropPath(settings.dropPathRate()));
  }

  /**
   * Makes new arrays such that the branch adds nothing at first, whatever initialisers say: the
   * last norm's weight is 0.
   */
  public void startAsIdentity() {
    startsAsIdentity = true;
    clearLastNorm();
  }

  @Override
  public void finishInitialization() {
    if (startsAsIdentity) {
      clearLastNorm();
    }
  }

  private void clearLastNorm() {
    branch
        .lastNorm()
        .parameters()
        .computeIfPresent(
            "weight",
            (name, weight) -> {
              weight.initializeWith(Distribution.zeros());
              return weight;
            });
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray shortcut = downsample == null ? input : downsample.forward(context, input);
    NDArray added = dropPath.consume(context, branch.forward(context, input, activation));
    NDArray sum = Intermediates.sum(added, shortcut);
    if (shortcut != input) {
      shortcut.close();
    }
    return activation.consume(context, sum);
  }
}
