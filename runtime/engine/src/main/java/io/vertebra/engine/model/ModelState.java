package io.vertebra.engine.model;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The arrays of a network: one for each of its parameters and buffers. It owns them. */
public final class ModelState implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, ModelTensor> tensors;
  private final IdentityHashMap<ModelTensor, NDArray> arrays = new IdentityHashMap<>();

  private final Layout layout;
  private MemoryFormat format = MemoryFormat.CONTIGUOUS;

  private ModelState(TorchRuntime runtime, NDManager manager, Module network) {
    this.layout = new Layout(runtime);
    this.manager = manager;
    this.tensors = network.tensors();
  }

  /**
   * Allocates the arrays of a network and draws their first values.
   *
   * @param network the network
   * @param runtime the native library
   * @param device where the arrays live
   * @param seed the same seed gives the same values
   * @return the arrays, owned by the caller
   */
  public static ModelState initialize(
      Module network, TorchRuntime runtime, Device device, long seed) {
    runtime.seed(seed);
    return filled(network, runtime, device, InitialValues::draw);
  }

  /**
   * Allocates the arrays of a network whose values do not count as yet: because all weights are
   * loaded afterwards, or because shapes alone are looked at. What would be drawn is zero, which
   * takes a fraction of the time; tables and constants are as they should be.
   *
   * @param network the network
   * @param runtime the native library
   * @param device where the arrays live
   * @return the arrays, owned by the caller
   */
  public static ModelState undrawn(Module network, TorchRuntime runtime, Device device) {
    return filled(network, runtime, device, InitialValues::undrawn);
  }

  private static ModelState filled(
      Module network,
      TorchRuntime runtime,
      Device device,
      BiFunction<InitialValues, ModelTensor, NDArray> fill) {
    ModelState state = new ModelState(runtime, runtime.newManager(device), network);
    try {
      InitialValues values = new InitialValues(runtime, state.manager);
      state.tensors.values().forEach(tensor -> state.add(tensor, fill.apply(values, tensor)));
      return state;
    } catch (RuntimeException | Error e) {
      state.close();
      throw e;
    }
  }

  private void add(ModelTensor tensor, NDArray array) {
    if (tensor instanceof Parameter parameter && parameter.trainable()) {
      array.setRequiresGradient(true);
    }
    arrays.put(tensor, array);
  }

  /**
   * The array in the place of a parameter or buffer.
   *
   * @param tensor a tensor of the network
   * @return the array, owned by this state
   * @throws IllegalArgumentException if the tensor is not of this network
   */
  public NDArray get(ModelTensor tensor) {
    NDArray array = arrays.get(requireNonNull(tensor, "tensor is null"));
    if (array == null) {
      throw new IllegalArgumentException(
          "a tensor of shape "
              + tensor.shape()
              + " was asked for that is not part of the network: declare it with addParameter,"
              + " addBuffer or addModule");
    }
    return array;
  }

  /**
   * The arrays that are saved.
   *
   * @return dotted name to array, in PyTorch's order; owned by this state
   */
  public Map<String, NDArray> stateDict() {
    return select(ModelTensor::persistent);
  }

  /**
   * All parameters.
   *
   * @return dotted name to array, in the order of declaration; owned by this state
   */
  public Map<String, NDArray> parameters() {
    return select(Parameter.class::isInstance);
  }

  /**
   * The parameters that training changes.
   *
   * @return dotted name to array, in the order of declaration; owned by this state
   */
  public Map<String, NDArray> trainable() {
    return select(tensor -> tensor instanceof Parameter parameter && parameter.trainable());
  }

  private Map<String, NDArray> select(Predicate<ModelTensor> wanted) {
    Map<String, NDArray> selected = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (wanted.test(tensor)) {
            selected.put(name, arrays.get(tensor));
          }
        });
    return Collections.unmodifiableMap(selected);
  }

  /**
   * Moves the weights of convolutions into a memory format. The arrays stay the same, with their
   * values.
   *
   * @param wanted the format
   */
  public void layOut(MemoryFormat wanted) {
    if (format != wanted) {
      layout.apply(parameters().values(), wanted);
      format = wanted;
    }
  }

  /**
   * The memory format of the weights, which feature maps take over.
   *
   * @return the format
   */
  public MemoryFormat format() {
    return format;
  }

  /**
   * Brings images into the memory format of the weights.
   *
   * @param images N x C x H x W
   * @return the same values, sharing the memory where nothing is to be done
   */
  public NDArray laidOut(NDArray images) {
    return images.getShape().dimension() == 4 ? layout.of(images, format) : images;
  }

  /**
   * The owner of the arrays, for tests that count them.
   *
   * @return the manager
   */
  public NDManager manager() {
    return manager;
  }

  @Override
  public void close() {
    manager.close();
  }
}
