package io.vertebra.plugins.initializers;

import io.vertebra.api.model.Initializers;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which layers an initialiser is for, and their biases, as {@code mmengine.model.BaseInit} has
 * them.
 *
 * @param layer kinds of layers
 * @param name a module within the network
 * @param override initialisers of modules within the network
 * @param bias the value of biases
 * @param biasProb the probability that biases stand for
 */
public record LayerOptions(
    @Doc("kinds of layers that are filled, one or a list, such as Conv2d, Linear or _BatchNorm")
        Optional<LayerNames> layer,
    @Doc(
            "module within the network, such as fc or layers.0, that is filled in place of the"
                + " whole; all layers in it where `layer` is left out")
        Optional<String> name,
    @Doc("initialisers that come after this one, one or a list, each with the `name` of a module")
        Optional<Initializers> override,
    @Doc("value of biases") @Default("0") double bias,
    @Doc("in place of `bias`: the probability whose logit is the value of biases")
        @Range(min = 0, max = 1)
        Optional<Double> biasProb) {
  /** Checks that something is meant. */
  public LayerOptions {
    if (layer.isEmpty() && name.isEmpty() && override.isEmpty()) {
      throw new IllegalArgumentException(
          "it says nothing of what is filled: give `layer`, the kinds of layers, or `name`, a"
              + " module within the network");
    }
  }

  /** The value of biases; {@code mmengine.model.bias_init_with_prob} for a probability. */
  double biasValue() {
    return biasProb.map(p -> Math.log(p / (1 - p))).orElse(bias);
  }

  /** Whether a layer with these names is filled. */
  boolean isFor(List<String> layerNames) {
    return layer.isEmpty() || !Collections.disjoint(layer.get().names(), layerNames);
  }
}
