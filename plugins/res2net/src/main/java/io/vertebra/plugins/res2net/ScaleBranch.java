package io.vertebra.plugins.res2net;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.families.residual.BlockSettings;
import io.vertebra.families.residual.ConvNorm;
import io.vertebra.families.residual.ResidualBranch;
import io.vertebra.families.residual.ResidualLayers;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts the channels into pieces and convolves one after the other, each with the result of the one
 * before it added, {@code mmpretrain.models.backbones.res2net.Bottle2neck}. The last piece is left
 * as it is. In the first block of a stage nothing is added, and the last piece is pooled.
 */
final class ScaleBranch implements ResidualBranch {
  private final ConvNorm widen;
  private final List<ConvNorm> pieces = new ArrayList<>();
  private final ConvNorm join;
  private final AvgPool2d pool;
  private final boolean first;
  private final int width;

  /** Makes the branch of pieces of a width. */
  ScaleBranch(BlockSettings settings, int width, int scales) {
    this.first = settings.first();
    this.width = width;
    ResidualLayers layers = settings.layers();
    int all = width * scales;
    int stride = settings.innerStride();
    widen =
        new ConvNorm(
            layers.convolution(settings.inChannels(), all, 1, settings.firstStride(), 1, 1),
            layers.norm(all));
    for (int i = 0; i < scales - 1; i++) {
      pieces.add(
          new ConvNorm(
              layers.convolution(width, width, 3, stride, settings.dilation(), 1),
              layers.norm(width)));
    }
    int out = settings.outChannels();
    join = new ConvNorm(layers.convolution(all, out, 1, 1, 1, 1), layers.norm(out));
    pool = new AvgPool2d(window(stride), /* countPadding= */ true);
  }

  private static PoolSettings window(int stride) {
    return new PoolSettings(
        IntPair.of(3), IntPair.of(stride), IntPair.of(1), /* ceilMode= */ false);
  }

  @Override
  public Map<String, Module> modules() {
    Map<String, Module> modules = new LinkedHashMap<>();
    modules.put("conv1", widen.convolution());
    modules.put(widen.norm().abbreviation() + "1", widen.norm());
    modules.put("conv3", join.convolution());
    modules.put(join.norm().abbreviation() + "3", join.norm());
    modules.put("convs", new Sequential(pieces.stream().map(ConvNorm::convolution).toList()));
    modules.put("bns", new Sequential(pieces.stream().map(ConvNorm::norm).toList()));
    return modules;
  }

  @Override
  public Norm lastNorm() {
    return join.norm();
  }

  @Override
  public NDArray forward(Context context, NDArray input, Activation activation) {
    NDArray wide = activation.consume(context, widen.forward(context, input));
    List<NDArray> cut = context.ops().split(wide, Collections.nCopies(pieces.size() + 1, width), 1);
    List<NDArray> outputs = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      NDArray piece = first || i == 0 ? cut.get(i) : outputs.get(i - 1).add(cut.get(i));
      outputs.add(activation.consume(context, pieces.get(i).forward(context, piece)));
    }
    NDArray last = cut.get(pieces.size());
    outputs.add(first ? pool.forward(context, last) : last);
    NDArray joined = context.ops().concat(outputs, 1);
    outputs.forEach(NDArray::close);
    return join.consume(context, joined);
  }
}
