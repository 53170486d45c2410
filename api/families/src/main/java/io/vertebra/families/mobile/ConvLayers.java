package io.vertebra.families.mobile;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Factory;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.ConvOptions;
import java.util.Optional;

/**
 * Makes the layers of a network. Convolutions have no bias, and are padded such that stride 1 keeps
 * the size.
 *
 * @param convolutions which convolutions; empty for plain ones
 * @param norms makes the norms
 * @param activations makes the activations
 */
public record ConvLayers(
    Optional<ConvOptions> convolutions, Factory<Norm> norms, Factory<Activation> activations) {
  /** Checks that all is there. */
  public ConvLayers {
    requireNonNull(convolutions, "convolutions is null");
    requireNonNull(norms, "norms is null");
    requireNonNull(activations, "activations is null");
  }

  /**
   * The same with other activations.
   *
   * @param others makes the activations
   * @return the other layers
   */
  public ConvLayers withActivations(Factory<Activation> others) {
    return new ConvLayers(convolutions, norms, others);
  }

  /**
   * The same with plain convolutions.
   *
   * @return the other layers
   */
  public ConvLayers withPlainConvolutions() {
    return new ConvLayers(Optional.empty(), norms, activations);
  }

  /**
   * Makes a convolution, its norm and an activation.
   *
   * @param shape the shape of the convolution
   * @return the layer
   */
  public ConvModule activated(ConvShape shape) {
    return new ConvModule(convolution(shape), norm(shape.outChannels()), activation());
  }

  /**
   * Makes a convolution and its norm.
   *
   * @param shape the shape of the convolution
   * @return the layer
   */
  public ConvModule linear(ConvShape shape) {
    return new ConvModule(convolution(shape), norm(shape.outChannels()));
  }

  /**
   * Makes a convolution.
   *
   * @param shape its shape
   * @return the convolution
   */
  public Conv2d convolution(ConvShape shape) {
    IntPair kernel = IntPair.of(shape.kernel());
    ConvSettings settings =
        new ConvSettings(
            IntPair.of(shape.stride()),
            IntPair.of(shape.kernel() / 2),
            IntPair.of(1),
            shape.groups());
    return ConvOptions.type(convolutions)
        .create(shape.inChannels(), shape.outChannels(), kernel, settings, /* bias= */ false);
  }

  /**
   * Makes a norm.
   *
   * @param features channels of its input
   * @return the norm
   */
  public Norm norm(int features) {
    return norms.create(new NormContext(features));
  }

  /**
   * Makes an activation.
   *
   * @return the activation
   */
  public Activation activation() {
    return activations.create();
  }
}
