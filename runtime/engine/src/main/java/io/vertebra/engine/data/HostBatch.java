package io.vertebra.engine.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.Target;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Samples stacked in native memory, not yet on a device. It must be closed, after all arrays made
 * of it: on a CPU they share its memory.
 */
public final class HostBatch implements AutoCloseable {
  private final BatchBuffers buffers;
  private final ByteBuffer pixels;
  private final Shape shape;
  private final List<String> names;
  private final List<Target> targets;
  private boolean closed;

  HostBatch(
      BatchBuffers buffers,
      ByteBuffer pixels,
      Shape shape,
      List<String> names,
      List<Target> targets) {
    this.buffers = buffers;
    this.pixels = pixels;
    this.shape = shape;
    this.names = names;
    this.targets = targets;
  }

  /**
   * Makes images of noise, always the same, for measurements. Their labels are 0 and 1 in turn.
   *
   * @param samples how many
   * @param side the height and width in pixels
   * @param channels the channels
   * @return the batch, to be closed by the caller
   */
  public static HostBatch noise(int samples, int side, int channels) {
    Shape shape = new Shape(samples, side, side, channels);
    byte[] values = new byte[Math.toIntExact(shape.size())];
    new Random(0).nextBytes(values);
    ByteBuffer pixels = ByteBuffer.allocateDirect(values.length).put(values).flip();
    List<Target> targets = IntStream.range(0, samples).mapToObj(i -> Target.of(i % 2)).toList();
    List<String> names = Collections.nCopies(samples, "noise");
    return new HostBatch(new BatchBuffers(), pixels, shape, names, targets);
  }

  /**
   * How many samples there are.
   *
   * @return 1 or more
   */
  public int size() {
    return targets.size();
  }

  /**
   * What is known of the samples.
   *
   * @return N targets
   */
  public List<Target> targets() {
    return targets;
  }

  /**
   * What the images are called.
   *
   * @return N names
   */
  public List<String> names() {
    return names;
  }

  /** The pixels of all samples, N x H x W x C. */
  ByteBuffer pixels() {
    return pixels.duplicate();
  }

  /**
   * Makes the arrays.
   *
   * @param manager owns the arrays, and says on which device they are
   * @return images N x H x W x C, uint8, and targets
   */
  public Batch toDevice(NDManager manager) {
    NDArray images = manager.create(pixels, shape, DataType.UINT8);
    return new TargetArrays(manager).batch(new NDList(images), targets);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      buffers.release(pixels);
    }
  }
}
