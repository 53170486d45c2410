package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One pass through a network: its arrays, its operations, whether it trains. */
@ProviderType
public interface Context {
  /**
   * The operations of this pass.
   *
   * @return the operations
   */
  Ops ops();

  /**
   * Whether the pass is one of training: batch norm uses the batch's statistics, dropout drops.
   *
   * @return true in training
   */
  boolean training();

  /**
   * The weight of this batch in the running statistics of a norm.
   *
   * @param own what the norm was made with, as PyTorch's momentum
   * @return the same, unless the statistics are estimated anew, where all batches weigh the same
   */
  default double normMomentum(double own) {
    return own;
  }

  /**
   * The iteration of training that the pass belongs to.
   *
   * @return empty in passes that measure or test, also where {@link #training()} is true
   */
  default Optional<Moment> moment() {
    return Optional.empty();
  }

  /**
   * The array in the place of a parameter or buffer.
   *
   * @param tensor a tensor of the network of this pass
   * @return the array; it belongs to the runner of the network and must not be closed or changed
   * @throws IllegalArgumentException if the tensor is not of this network
   */
  NDArray get(ModelTensor tensor);

  /**
   * Shows what a module of the network gave to who looks on, as class-activation maps do. Networks
   * and what runs layers for them show the modules that they run one after the other; by default
   * nobody looks on.
   *
   * @param module the module
   * @param output what it gave; may be changed or closed as soon as this returns
   */
  default void show(Module module, NDArray output) {}

  /**
   * Computes a layer without keeping what it computes on the way, which saves memory in training:
   * the way back computes it once more, under the same random numbers ({@code
   * torch.utils.checkpoint}). Where nothing is kept anyway this is the layer's own {@code forward}.
   *
   * @param layer the layer, a module of the network of this pass
   * @param input the input; stays with the caller
   * @return the output; belongs to the scope of the pass
   */
  default NDArray recompute(Layer layer, NDArray input) {
    return layer.forward(this, input);
  }
}
