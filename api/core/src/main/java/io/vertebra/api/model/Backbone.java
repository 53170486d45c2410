package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns images into feature maps, one for each stage that is asked for. */
@ExtensionPoint(value = Kind.BACKBONE, common = NetworkSettings.class)
public abstract class Backbone extends Module {
  /** Makes a backbone with nothing in it. */
  protected Backbone() {}

  /**
   * Computes the features.
   *
   * @param context the arrays and operations of this pass
   * @param images N x C x H x W
   * @return the features of the stages asked for, from shallow to deep; one at least
   */
  public abstract List<NDArray> forward(Context context, NDArray images);

  /**
   * Tells how many channels the features will have, so that a neck or head that takes other ones is
   * found before anything is computed. The default does not tell.
   *
   * @return the channels of each feature, from shallow to deep; empty where they are not told
   */
  public List<Integer> outChannels() {
    return List.of();
  }

  /**
   * Tells of which layer class-activation maps are drawn where nobody names one. The default is
   * that of {@code vis_cam} of MMPretrain for networks of convolutions: the last norm, in the order
   * of declaration; and where there are no norms, the last convolution.
   *
   * @return a layer that gives feature maps or tokens, named within this backbone; empty if there
   *     is none
   */
  public Optional<CamLayer> camLayer() {
    return last(module -> module instanceof Norm)
        .or(() -> last(module -> module.layerNames().contains("Conv2d")))
        .map(CamLayer::map);
  }

  private Optional<String> last(Predicate<Module> wanted) {
    return allModules().entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .reduce((first, second) -> second);
  }
}
