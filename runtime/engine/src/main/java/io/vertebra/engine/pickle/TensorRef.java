package io.vertebra.engine.pickle;

import io.vertebra.engine.safetensors.StridedBytes;
import io.vertebra.engine.safetensors.TensorInfo;

/**
 * A tensor as a pickle describes it.
 *
 * @param storage where its elements lie
 * @param place which of them are its own
 */
record TensorRef(StorageRef storage, StridedBytes place) {
  TensorInfo info(String name) {
    return new TensorInfo(name, storage.type(), place.shape());
  }
}
