package io.vertebra.testkit.toy;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/** Makes float32 planes of colour images. */
@Plugin(
    kind = Kind.DATA_PREPROCESSOR,
    type = "ToyPreprocessor",
    summary = "For tests: bytes to float32 planes")
public final class ToyPreprocessor extends DataPreprocessor {
  /** Makes the preprocessor. */
  public ToyPreprocessor() {}

  @Override
  public Batch forward(Context context, Batch batch) {
    NDArray planes = batch.images().transpose(0, 3, 1, 2);
    return batch.withViews(List.of(context.ops().toFloat32(planes)));
  }

  @Override
  public int channels() {
    return 3;
  }
}
