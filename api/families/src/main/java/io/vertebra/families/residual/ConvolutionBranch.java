package io.vertebra.families.residual;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Convolutions, each with a norm, and an activation between them. Names are {@code conv1}, {@code
 * bn1}, {@code conv2}, {@code bn2}, ....
 */
public final class ConvolutionBranch implements ResidualBranch {
  private final List<ConvNorm> convolutions;

  /**
   * Makes a branch.
   *
   * @param convolutions the convolutions, first to last; one at least
   */
  public ConvolutionBranch(List<ConvNorm> convolutions) {
    this.convolutions = List.copyOf(convolutions);
  }

  /**
   * Makes the branch of the shallow networks, that of {@code
   * mmpretrain.models.backbones.resnet.BasicBlock}: two 3 x 3 convolutions.
   *
   * @param settings where the block stands in the network
   * @return the branch
   */
  public static ConvolutionBranch basic(BlockSettings settings) {
    if (settings.expansion() != 1) {
      throw new IllegalArgumentException(
          "expansion is " + settings.expansion() + ", but that of basic blocks is always 1");
    }
    int out = settings.outChannels();
    ResidualLayers layers = settings.layers();
    return new ConvolutionBranch(
        List.of(
            new ConvNorm(
                layers.convolution(
                    settings.inChannels(), out, 3, settings.stride(), settings.dilation(), 1),
                layers.norm(out)),
            new ConvNorm(layers.convolution(out, out, 3, 1, 1, 1), layers.norm(out))));
  }

  /**
   * Makes the branch of the deep networks, that of {@code
   * mmpretrain.models.backbones.resnet.Bottleneck}: a 3 x 3 convolution between two of 1 x 1.
   *
   * @param settings where the block stands in the network
   * @param width channels of the 3 x 3 convolution
   * @param groups groups of the 3 x 3 convolution
   * @return the branch
   */
  public static ConvolutionBranch bottleneck(BlockSettings settings, int width, int groups) {
    int out = settings.outChannels();
    ResidualLayers layers = settings.layers();
    return new ConvolutionBranch(
        List.of(
            new ConvNorm(
                layers.convolution(settings.inChannels(), width, 1, settings.firstStride(), 1, 1),
                layers.norm(width)),
            new ConvNorm(
                layers.convolution(
                    width, width, 3, settings.innerStride(), settings.dilation(), groups),
                layers.norm(width)),
            new ConvNorm(layers.convolution(width, out, 1, 1, 1, 1), layers.norm(out))));
  }

  @Override
  public Map<String, Module> modules() {
    Map<String, Module> modules = new LinkedHashMap<>();
    for (int i = 0; i < convolutions.size(); i++) {
      ConvNorm each = convolutions.get(i);
      modules.put("conv" + (i + 1), each.convolution());
      modules.put(each.norm().abbreviation() + (i + 1), each.norm());
    }
    return modules;
  }

  @Override
  public Norm lastNorm() {
    return convolutions.get(convolutions.size() - 1).norm();
  }

  @Override
  public NDArray forward(Context context, NDArray input, Activation activation) {
    NDArray output = convolutions.get(0).forward(context, input);
    for (ConvNorm each : convolutions.subList(1, convolutions.size())) {
      output = each.consume(context, activation.consume(context, output));
    }
    return output;
  }
}
