package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.WeightCopy;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.safetensors.TensorFiles;
import io.vertebra.engine.torch.TorchRuntime;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What checkpoints have as their state dict: the weights of the network, or the copy in which a
 * hook averages them. In the second case those of the network stand beside it as {@code
 * training/NAME}. It owns the copy.
 */
final class DeployedWeights implements AutoCloseable {
  private static final String PREFIX = "training/";

  private final TorchRuntime runtime;
  private final ModelState network;
  private Optional<NetworkCopy> copy = Optional.empty();
  private String owner = "";

  DeployedWeights(TorchRuntime runtime, ModelState network) {
    this.runtime = runtime;
    this.network = network;
  }

  /** The copy, made at the first call. */
  WeightCopy copy(String askedBy) {
    if (copy.isEmpty()) {
      copy =
          Optional.of(
              NotEnoughMemoryException.explain(
                  MemoryNeed.lasting("the copy in which %s averages weights".formatted(askedBy)),
                  () -> new NetworkCopy(runtime, network)));
      owner = askedBy;
    }
    if (!owner.equals(askedBy)) {
      throw new IllegalStateException(
          "%s and %s both average the weights, but a checkpoint deploys one average: leave one out"
              .formatted(owner, askedBy));
    }
    return copy.get();
  }

  /** Whether a hook averages. */
  boolean averaged() {
    return copy.isPresent();
  }

  /** The state dict of a checkpoint. */
  Map<String, NDArray> stateDict(NDManager scope) {
    return copy.map(each -> each.deployed(scope)).orElseGet(network::stateDict);
  }

  /** The weights that a checkpoint holds beside its state dict. */
  Map<String, NDArray> beside(NDManager scope) {
    return copy.map(each -> prefixed(each.trained(scope))).orElse(Map.of());
  }

  private static Map<String, NDArray> prefixed(Map<String, NDArray> arrays) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    arrays.forEach((name, array) -> named.put(PREFIX + name, array));
    return named;
  }

  /** Reads the state dict of a checkpoint into the network, and into the copy. */
  void load(Checkpoint checkpoint, TensorFiles files) throws IOException {
    checkpoint.loadInto(network, files);
    follow();
  }

  /** Begins the average anew with the weights that the network has. */
  void follow() {
    copy.ifPresent(NetworkCopy::copy);
  }

  /**
   * Reads what training goes on with into the network, where the checkpoint has it.
   *
   * @return a sentence where the checkpoint and the hooks differ about averages
   */
  Optional<String> loadBeside(Checkpoint checkpoint, TensorFiles files) throws IOException {
    Map<String, NDArray> trained = prefixed(network.stateDict());
    boolean averaged = trained.keySet().stream().anyMatch(checkpoint::has);
    if (averaged) {
      checkpoint.loadTraining(trained, files);
    }
    if (averaged == copy.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        averaged
            ? "the checkpoint has averaged weights, but no hook averages now: they are left out"
            : "the checkpoint has no averaged weights: %s begins a new average".formatted(owner));
  }

  @Override
  public void close() {
    copy.ifPresent(NetworkCopy::close);
  }
}
