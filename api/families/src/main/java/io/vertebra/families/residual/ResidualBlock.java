package io.vertebra.families.residual;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.DropPath;
import io.vertebra.nn.Intermediates;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * A branch of convolutions, each with a norm, whose output is added to the input: N x C x H x W to
 * N x K x H' x W'. An activation stands between the convolutions and after the sum. Where the shape
 * changes, a 1 x 1 convolution brings the input to that of the branch.
 *
 * <p>Names are {@code conv1}, {@code bn1}, {@code conv2}, {@code bn2}, ..., {@code downsample}.
 */
public final class ResidualBlock extends Layer {
  private final List<ConvNorm> branch;
  private final Layer downsample;
  private final DropPath dropPath;
  private final Activation activation;
  private boolean startsAsIdentity;

  /**
   * Makes a block.
   *
   * @param settings where it stands in the network
   * @param branch the convolutions, first to last; one at least
   */
  public ResidualBlock(BlockSettings settings, List<ConvNorm> branch) {
    this.branch = List.copyOf(branch);
    for (int i = 0; i < branch.size(); i++) {
      ConvNorm each = branch.get(i);
      addModule("conv" + (i + 1), each.convolution());
      addModule(each.norm().abbreviation() + (i + 1), each.norm());
    }
    this.activation = addModule("relu", settings.layers().activation());
    this.downsample =
        settings.stride() != 1 || settings.inChannels() != settings.outChannels()
            ? addModule("downsample", downsample(settings))
            : null;
    this.dropPath = addModule("drop_path", new DropPath(settings.dropPathRate()));
  }

  /**
   * Makes the block of the shallow networks, {@code mmpretrain.models.backbones.resnet.BasicBlock}:
   * two 3 x 3 convolutions.
   *
   * @param settings where it stands in the network
   * @return the block
   */
  public static ResidualBlock basic(BlockSettings settings) {
    if (settings.expansion() != 1) {
      throw new IllegalArgumentException(
          "expansion is " + settings.expansion() + ", but that of basic blocks is always 1");
    }
    int out = settings.outChannels();
    ResidualLayers layers = settings.layers();
    return new ResidualBlock(
        settings,
        List.of(
            new ConvNorm(
                ResidualLayers.convolution(
                    settings.inChannels(), out, 3, settings.stride(), settings.dilation(), 1),
                layers.norm(out)),
            new ConvNorm(ResidualLayers.convolution(out, out, 3, 1, 1, 1), layers.norm(out))));
  }

  /**
   * Makes the block of the deep networks, {@code mmpretrain.models.backbones.resnet.Bottleneck}: a
   * 3 x 3 convolution between two of 1 x 1.
   *
   * @param settings where it stands in the network
   * @param width channels of the 3 x 3 convolution
   * @param groups groups of the 3 x 3 convolution
   * @return the block
   */
  public static ResidualBlock bottleneck(BlockSettings settings, int width, int groups) {
    boolean caffe = settings.style() == ResidualStyle.CAFFE;
    int first = caffe ? settings.stride() : 1;
    int second = caffe ? 1 : settings.stride();
    int out = settings.outChannels();
    ResidualLayers layers = settings.layers();
    return new ResidualBlock(
        settings,
        List.of(
            new ConvNorm(
                ResidualLayers.convolution(settings.inChannels(), width, 1, first, 1, 1),
                layers.norm(width)),
            new ConvNorm(
                ResidualLayers.convolution(width, width, 3, second, settings.dilation(), groups),
                layers.norm(width)),
            new ConvNorm(ResidualLayers.convolution(width, out, 1, 1, 1, 1), layers.norm(out))));
  }

  private static Sequential downsample(BlockSettings settings) {
    List<Layer> layers = new ArrayList<>();
    int stride = settings.stride();
    if (settings.avgDown() && stride != 1) {
      PoolSettings pool =
          new PoolSettings(
              IntPair.of(stride), IntPair.of(stride), IntPair.of(0), /* ceilMode= */ true);
      layers.add(new AvgPool2d(pool, /* countPadding= */ false));
      stride = 1;
    }
    int out = settings.outChannels();
    layers.add(ResidualLayers.convolution(settings.inChannels(), out, 1, stride, 1, 1));
    layers.add(settings.layers().norm(out));
    return new Sequential(layers);
  }

  /**
   * Makes new arrays such that the branch adds nothing at first, whatever initialisers say: the
   * last norm's weight is 0.
   */
  void startAsIdentity() {
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
        .get(branch.size() - 1)
        .norm()
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
    NDArray added = dropPath.consume(context, runBranch(context, input));
    NDArray sum = Intermediates.sum(added, shortcut);
    if (shortcut != input) {
      shortcut.close();
    }
    return activation.consume(context, sum);
  }

  private NDArray runBranch(Context context, NDArray input) {
    NDArray output = branch.get(0).forward(context, input);
    for (ConvNorm each : branch.subList(1, branch.size())) {
      output = each.consume(context, activation.consume(context, output));
    }
    return output;
  }
}
