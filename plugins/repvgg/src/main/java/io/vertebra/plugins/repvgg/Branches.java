package io.vertebra.plugins.repvgg;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Intermediates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A 3 x 3 convolution, a 1 x 1 convolution and, where the shape stays, the input; normalised. */
final class Branches implements BlockBody {
  private static final String IDENTITY = "branch_norm";
  private static final String LARGE = "branch_3x3";
  private static final String SMALL = "branch_1x1";

  private final BlockShape shape;
  private final Optional<Norm> identity;
  private final Norm largeNorm;
  private final Norm smallNorm;
  private final NormedConvolution large;
  private final NormedConvolution small;

  Branches(BlockShape shape, Supplier<Norm> norms) {
    this.shape = shape;
    this.identity = shape.keepsShape() ? Optional.of(norms.get()) : Optional.empty();
    this.largeNorm = norms.get();
    this.smallNorm = norms.get();
    this.large = new NormedConvolution(shape.convolution(3, /* bias= */ false), largeNorm);
    this.small = new NormedConvolution(shape.convolution(1, /* bias= */ false), smallNorm);
  }

  @Override
  public Map<String, Module> modules() {
    Map<String, Module> modules = new LinkedHashMap<>();
    identity.ifPresent(norm -> modules.put(IDENTITY, norm));
    modules.put(LARGE, large);
    modules.put(SMALL, small);
    return modules;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray sum = sum(large.forward(context, input), small.forward(context, input));
    return identity.isPresent() ? sum(sum, identity.get().forward(context, input)) : sum;
  }

  private static NDArray sum(NDArray left, NDArray right) {
    return Intermediates.map(left, it -> Intermediates.sum(right, it));
  }

  /** The convolution that computes the same, of arrays by their names within the block. */
  Kernel merge(KernelMath math) {
    Kernel largeKernel = math.normed(LARGE, epsilon(largeNorm));
    Kernel sum = largeKernel.add(math.normed(SMALL, epsilon(smallNorm)));
    return identity.map(norm -> sum.add(math.identity(IDENTITY, shape, epsilon(norm)))).orElse(sum);
  }

  private static double epsilon(Norm norm) {
    if (norm instanceof BatchNorm2d batchNorm) {
      return batchNorm.epsilon();
    }
    throw new IllegalStateException(
        "norm_cfg makes "
            + norm.getClass().getSimpleName()
            + ", but only branches with batch norms can be merged");
  }
}
