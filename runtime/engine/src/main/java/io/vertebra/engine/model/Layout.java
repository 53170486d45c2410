package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchFunction;
import io.vertebra.engine.torch.TorchModule;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.Collection;

/** Brings arrays of four axes into a memory format. */
final class Layout {
  private final TorchRuntime runtime;
  private final TorchFunction inPlace;
  private final TorchFunction laidOut;

  Layout(TorchRuntime runtime) {
    this.runtime = runtime;
    TorchModule functions = runtime.module(Layout.class, "layout");
    this.inPlace = functions.function("lay_out_");
    this.laidOut = functions.function("laid_out");
  }

  /** Moves the elements of those with four axes; the arrays stay, with values and gradient flag. */
  void apply(Collection<NDArray> arrays, MemoryFormat format) {
    try (TensorList tensors = TensorList.of(runtime, arrays)) {
      GradMode.OFF.run(() -> inPlace.run(tensors, format.code()));
    }
  }

  /** The same values in a memory format, sharing the memory where they have it already. */
  NDArray of(NDArray input, MemoryFormat format) {
    return laidOut.array(input.getManager(), input, format.code());
  }
}
