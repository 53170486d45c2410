package io.vertebra.families.residual;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Factory;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvType;

/**
 * Makes the layers of a residual network.
 *
 * @param convolutions the kind of convolutions
 * @param norms makes the norms
 * @param activations makes the activations
 */
public record ResidualLayers(
    ConvType convolutions, Factory<Norm> norms, Factory<Activation> activations) {
  /** Checks that all is there. */
  public ResidualLayers {
    requireNonNull(convolutions, "convolutions is null");
    requireNonNull(norms, "norms is null");
    requireNonNull(activations, "activations is null");
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

  /**
   * Makes a convolution without a bias, padded so that stride 1 keeps the size. New weights are
   * Kaiming normal by fan-out, with all output channels counted whatever the groups ({@code
   * mmengine.model.KaimingInit}).
   *
   * @param inChannels channels of the input
   * @param outChannels channels of the output
   * @param kernel height and width of the window, odd
   * @param stride step of the window
   * @param dilation distance between the taps of the window
   * @param groups number of groups of channels that are convolved apart
   * @return the convolution
   */
  public Conv2d convolution(
      int inChannels, int outChannels, int kernel, int stride, int dilation, int groups) {
    ConvSettings settings =
        new ConvSettings(
            IntPair.of(stride), IntPair.of(dilation * (kernel / 2)), IntPair.of(dilation), groups);
    return convolutions
        .create(inChannels, outChannels, IntPair.of(kernel), settings, /* bias= */ false)
        .initializeWith(Distribution.kaimingNormal((long) outChannels * kernel * kernel));
  }

  /**
   * Has the convolutions of a module start with the weights that PyTorch makes them with, for
   * networks whose reference says nothing else.
   *
   * @param module the module
   */
  public static void keepPytorchWeights(Module module) {
    if (module instanceof Conv2d convolution) {
      convolution.parameters().get("weight").restoreInitial();
    }
    module.modules().values().forEach(ResidualLayers::keepPytorchWeights);
  }
}
