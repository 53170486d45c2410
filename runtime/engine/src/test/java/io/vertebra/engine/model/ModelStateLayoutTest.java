package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchFunction;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ModelStateLayoutTest {
  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());
  private final NDManager manager = runtime.newManager(Device.cpu());
  private final Convolution network = new Convolution();
  private final ModelState state = ModelState.initialize(network, runtime, Device.cpu(), 1);
  private final NDArray weight = state.parameters().get("weight");
  private final TorchFunction isChannelsLast =
      runtime
          .compile(
              manager,
              "probe",
              """
              def channels_last(self, tensor: Tensor) -> bool:
                  return torch.is_contiguous(tensor, memory_format=2)
              """)
          .function("channels_last");

  @AfterEach
  void close() {
    state.close();
    manager.close();
  }

  @Test
  void weightsMoveInPlaceAndKeepTheirValues() {
    float[] before = weight.toFloatArray();

    state.layOut(MemoryFormat.CHANNELS_LAST);

    assertThat(state.format()).isEqualTo(MemoryFormat.CHANNELS_LAST);
    assertThat(state.parameters().get("weight")).isSameAs(weight);
    assertThat(isChannelsLast.test(weight)).isTrue();
    assertThat(weight.hasGradient()).isTrue();
    assertThat(new Tensors(runtime).onHost(manager, weight).toFloatArray()).isEqualTo(before);

    state.layOut(MemoryFormat.CONTIGUOUS);
    assertThat(isChannelsLast.test(weight)).isFalse();
    assertThat(weight.toFloatArray()).isEqualTo(before);
  }

  @Test
  void loadedValuesKeepTheLayout() {
    state.layOut(MemoryFormat.CHANNELS_LAST);

    new Tensors(runtime).copy(manager.ones(weight.getShape()), weight);

    assertThat(isChannelsLast.test(weight)).isTrue();
  }

  @Test
  void featureMapsTakeTheLayoutOfTheWeights() {
    state.layOut(MemoryFormat.CHANNELS_LAST);
    NDArray images = state.laidOut(manager.ones(new Shape(2, 3, 5, 5)));

    assertThat(isChannelsLast.test(images)).isTrue();
    NDArray features = network.forward(new Pass(new TorchOps(runtime), state, true), images);
    assertThat(isChannelsLast.test(features)).isTrue();
    state.layOut(MemoryFormat.CONTIGUOUS);
    assertThat(isChannelsLast.test(state.laidOut(images))).isFalse();
  }

  @Test
  void whatAnOptimizerRemembersFollowsTheParameters() {
    try (TensorList parameters = TensorList.of(runtime, List.of(weight));
        TensorList slots = parameters.zerosLike()) {
      slots.copyFrom(parameters);
      float[] before = slots.get(manager, 0).toFloatArray();
      state.layOut(MemoryFormat.CHANNELS_LAST);

      slots.layOutAs(parameters);

      NDArray slot = slots.get(manager, 0);
      assertThat(isChannelsLast.test(slot)).isTrue();
      assertThat(new Tensors(runtime).onHost(manager, slot).toFloatArray()).isEqualTo(before);
    }
  }

  private static final class Convolution extends Layer {
    private final Parameter weight =
        addParameter("weight", new Shape(4, 3, 3, 3), Distribution.fanInUniform(27));

    @Override
    public NDArray forward(Context context, NDArray input) {
      return context.ops().conv2d(input, context.get(weight), null, ConvSettings.PLAIN);
    }
  }
}
