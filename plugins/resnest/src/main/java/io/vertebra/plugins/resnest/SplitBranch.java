package io.vertebra.plugins.resnest;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.families.residual.BlockSettings;
import io.vertebra.families.residual.ConvNorm;
import io.vertebra.families.residual.GroupOptions;
import io.vertebra.families.residual.ResidualBranch;
import io.vertebra.families.residual.ResidualLayers;
import io.vertebra.nn.AvgPool2d;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A split attention between two 1 x 1 convolutions, {@code
 * mmpretrain.models.backbones.resnest.Bottleneck}.
 */
final class SplitBranch implements ResidualBranch {
  private final ConvNorm narrow;
  private final SplitAttention attention;
  private final Optional<Layer> pool;
  private final ConvNorm widen;

  SplitBranch(BlockSettings settings, SplitOptions options, int baseChannels) {
    ResidualLayers layers = settings.layers();
    int width =
        new GroupOptions(options.groups(), options.widthPerGroup()).width(settings, baseChannels);
    int out = settings.outChannels();
    int stride = settings.innerStride();
    boolean pools = options.avgDownStride() && stride > 1;
    narrow =
        new ConvNorm(
            layers.convolution(settings.inChannels(), width, 1, settings.firstStride(), 1, 1),
            layers.norm(width));
    attention =
        new SplitAttention(
            width, options, new IntPair(pools ? 1 : stride, settings.dilation()), layers);
    pool = pools ? Optional.of(pool(stride)) : Optional.empty();
    widen = new ConvNorm(layers.convolution(width, out, 1, 1, 1, 1), layers.norm(out));
  }

  private static AvgPool2d pool(int stride) {
    PoolSettings window =
        new PoolSettings(IntPair.of(3), IntPair.of(stride), IntPair.of(1), /* ceilMode= */ false);
    return new AvgPool2d(window, /* countPadding= */ true);
  }

  @Override
  public Map<String, Module> modules() {
    Map<String, Module> modules = new LinkedHashMap<>();
    modules.put("conv1", narrow.convolution());
    modules.put(narrow.norm().abbreviation() + "1", narrow.norm());
    modules.put("conv2", attention);
    modules.put("conv3", widen.convolution());
    modules.put(widen.norm().abbreviation() + "3", widen.norm());
    pool.ifPresent(layer -> modules.put("avd_layer", layer));
    return modules;
  }

  @Override
  public Norm lastNorm() {
    return widen.norm();
  }

  @Override
  public NDArray forward(Context context, NDArray input, Activation activation) {
    NDArray map = activation.consume(context, narrow.forward(context, input));
    map = attention.consume(context, map);
    if (pool.isPresent()) {
      map = pool.get().consume(context, map);
    }
    return widen.consume(context, map);
  }
}
