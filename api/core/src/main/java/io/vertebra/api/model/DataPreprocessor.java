package io.vertebra.api.model;

import io.vertebra.api.data.Batch;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.Optional;

/** What is done to a batch on the device before the network sees it, for example to normalise. */
@ExtensionPoint(Kind.DATA_PREPROCESSOR)
public abstract class DataPreprocessor {
  /** Makes a preprocessor. It has no arrays of its own. */
  protected DataPreprocessor() {}

  /**
   * Prepares a batch.
   *
   * @param context the arrays and operations of this pass
   * @param batch images as the loader gives them: N x H x W x C, uint8, channels in the order of
   *     the pipeline (B, G, R)
   * @return images N x C x H x W, float32
   */
  public abstract Batch forward(Context context, Batch batch);

  /**
   * How batches of training are mixed after they were prepared. The engine does it.
   *
   * @return the ways to mix; empty by default
   */
  public Optional<BatchAugments> batchAugments() {
    return Optional.empty();
  }

  /**
   * How images of a batch are made as large as is wanted of them, and those of several sizes alike.
   * The engine does it after {@link #forward}, which must then compute each pixel from itself
   * alone: smaller images stand at the top left of its arrays, and what is around them is replaced.
   *
   * @return the way to pad; empty by default, so that images of several sizes are an error
   */
  public Optional<Padding> padding() {
    return Optional.empty();
  }

  /**
   * How many channels of an image it takes.
   *
   * @return 1 for grey, 3 for colour
   */
  public abstract int channels();
}
