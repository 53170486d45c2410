package io.vertebra.plugins.regnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.Relu;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pointwise, a grouped 3 x 3 and a pointwise convolution, with a gate before the last where there
 * is one, added to the input, {@code torchvision.models.regnet.ResBottleneckBlock}: N x C x H x W
 * to N x K x H' x W'. Names are {@code f.a}, {@code f.b}, {@code f.se}, {@code f.c} and {@code
 * proj}.
 */
final class RegNetYBlock extends Layer {
  private final Branch branch;
  private final Optional<Layer> projection;
  private final Relu activation;

  RegNetYBlock(int in, int stride, RegNetStage stage, Optional<Double> seRatio, ConvLayers layers) {
    this.branch = addModule("f", new Branch(in, stride, stage, seRatio, layers));
    this.projection =
        stride != 1 || in != stage.width()
            ? Optional.of(
                addModule("proj", linear(ConvShape.dense(in, stage.width(), 1, stride), layers)))
            : Optional.empty();
    this.activation = addModule("activation", new Relu());
  }

  /** A convolution and its norm, as elements {@code 0} and {@code 1}. */
  static Sequential linear(ConvShape shape, ConvLayers layers) {
    return new Sequential(convolutionAndNorm(shape, layers));
  }

  /** The same, and an activation. */
  static Sequential activated(ConvShape shape, ConvLayers layers) {
    List<Layer> made = new ArrayList<>(convolutionAndNorm(shape, layers));
    made.add(layers.activation());
    return new Sequential(made);
  }

  private static List<Layer> convolutionAndNorm(ConvShape shape, ConvLayers layers) {
    long fanOut = (long) shape.kernel() * shape.kernel() * shape.outChannels();
    return List.of(
        layers.convolution(shape).initializeWith(Distribution.kaimingNormal(fanOut)),
        layers.norm(shape.outChannels()));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray shortcut = projection.isPresent() ? projection.get().forward(context, input) : input;
    return activation.forward(context, shortcut.add(branch.forward(context, input)));
  }

  /** What is added to the shortcut. */
  private static final class Branch extends Layer {
    private final List<Layer> layers;

    Branch(int in, int stride, RegNetStage stage, Optional<Double> seRatio, ConvLayers layers) {
      int inner = stage.inner();
      List<Layer> made = new ArrayList<>();
      made.add(addModule("a", activated(ConvShape.pointwise(in, inner), layers)));
      made.add(
          addModule(
              "b", activated(new ConvShape(inner, inner, 3, stride, stage.groups()), layers)));
      seRatio.ifPresent(
          ratio -> made.add(addModule("se", new RegNetGate(inner, (int) Math.rint(ratio * in)))));
      made.add(addModule("c", linear(ConvShape.pointwise(inner, stage.width()), layers)));
      this.layers = List.copyOf(made);
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      NDArray output = input;
      for (Layer layer : layers) {
        output = layer.forward(context, output);
      }
      return output;
    }
  }
}
