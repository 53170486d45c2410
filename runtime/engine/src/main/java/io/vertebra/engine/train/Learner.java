package io.vertebra.engine.train;

import ai.djl.ndarray.NDManager;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.ClassCount;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Ops;
import io.vertebra.engine.data.BatchPadding;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.data.ImageSizeException;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.model.Pass;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An algorithm with its arrays and all that it needs to run.
 *
 * @param algorithm the algorithm
 * @param preprocessor what is done to its batches
 * @param state its arrays; closed with this
 * @param ops the operations
 * @param mixing how its batches of training are mixed
 */
public record Learner(
    Algorithm algorithm, DataPreprocessor preprocessor, ModelState state, Ops ops, Mixing mixing)
    implements AutoCloseable {
  private static final int CHANNELS = 3;

  /**
   * Makes a learner that mixes batches as the preprocessor or else the algorithm says.
   *
   * @param algorithm the algorithm
   * @param preprocessor what is done to its batches
   * @param state its arrays; closed with this
   * @param ops the operations
   */
  public Learner(Algorithm algorithm, DataPreprocessor preprocessor, ModelState state, Ops ops) {
    this(
        algorithm,
        preprocessor,
        state,
        ops,
        new Mixing(preprocessor.batchAugments().or(algorithm::batchAugments)));
  }

  /** Makes a pass of training. */
  Pass pass() {
    return new Pass(ops, state, /* training= */ true);
  }

  /**
   * Brings a batch to the device and prepares it for the network.
   *
   * @param pass the operations, and whether it is one of training
   * @param samples the samples; stay with the caller
   * @param scope owns the arrays
   * @return images N x C x H x W, float32, and their targets
   * @throws ImageSizeException if the images have several sizes and the data preprocessor does not
   *     pad them, or colours that it does not take
   */
  public Batch prepare(Context pass, HostBatch samples, NDManager scope) {
    Batch batch = samples.toDevice(scope);
    long channels = batch.images().getShape().get(CHANNELS);
    if (preprocessor.channels() == 1 && channels != 1) {
      throw new ImageSizeException(
          samples.names().get(0)
              + " leaves the pipeline with "
              + channels
              + " channels, but mean and std of the data preprocessor are those of grey images:"
              + " give {type: LoadImageFromFile, color_type: grayscale}, or three numbers each");
    }
    if (preprocessor.padding().isEmpty()) {
      samples.requireOneSize();
    }
    Batch prepared = mix(pass, pad(samples, preprocessor.forward(pass, batch)));
    return prepared.withViews(prepared.views().stream().map(state::laidOut).toList());
  }

  private Batch pad(HostBatch samples, Batch prepared) {
    return preprocessor
        .padding()
        .map(padding -> new BatchPadding(padding, ops).apply(samples, prepared))
        .orElse(prepared);
  }

  /** Mixes a batch of training, where the recipe says so. */
  Batch mix(Context pass, Batch batch) {
    return mixing.mix(pass, batch, classes());
  }

  private OptionalInt classes() {
    Optional<ClassCount> told = algorithm.classes();
    return told.isPresent() ? OptionalInt.of(told.get().count()) : OptionalInt.empty();
  }

  /** Releases the arrays. */
  @Override
  public void close() {
    state.close();
  }
}
