package io.vertebra.engine.checkpoint;

import ai.djl.ndarray.types.DataType;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import java.nio.ByteBuffer;
import java.util.Set;

/** A table or count of a network as it is before training, for files that save it. */
record ComputedTensor(String name, ModelTensor tensor) implements TensorSource {
  @Override
  public Set<String> names() {
    return Set.of(name);
  }

  @Override
  public TensorInfo info(String wanted) {
    ElementType type = tensor.dataType() == DataType.INT64 ? ElementType.I64 : ElementType.F32;
    return new TensorInfo(name, type, FileMatch.shape(tensor));
  }

  @Override
  public ByteBuffer data(String wanted) {
    TensorInfo info = info(wanted);
    ByteBuffer bytes = NamedTensors.newBuffer(Math.toIntExact(info.bytes()));
    for (long place = 0; place < tensor.shape().size(); place++) {
      if (info.type() == ElementType.I64) {
        bytes.putLong((long) value(place));
      } else {
        bytes.putFloat((float) value(place));
      }
    }
    return bytes.flip();
  }

  /** Counts begin at zero. */
  private double value(long place) {
    return tensor.initial() instanceof Distribution.Computed computed
        ? computed.values().applyAsDouble(place)
        : 0;
  }

  @Override
  public void close() {}
}
