package io.vertebra.engine.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.PatchMask;
import io.vertebra.api.data.Target;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Samples stacked in native memory, with a copy on the device if one was made ahead. It must be
 * closed, after all arrays made of it: on a CPU they share its memory.
 */
public final class HostBatch implements AutoCloseable {
  private final BatchBuffers buffers;
  private final List<View> views;
  private final List<String> names;
  private final List<Target> targets;
  private final List<PatchMask> masks;
  private Optional<DeviceCopy> copy = Optional.empty();
  private boolean closed;

  HostBatch(
      BatchBuffers buffers,
      List<View> views,
      List<String> names,
      List<Target> targets,
      List<PatchMask> masks) {
    this.buffers = buffers;
    this.views = views;
    this.names = names;
    this.targets = targets;
    this.masks = masks;
  }

  /**
   * One view of all samples.
   *
   * @param pixels N x H x W x C; images that are smaller than others stand at the top left
   * @param sizes the sizes of the images
   */
  record View(ByteBuffer pixels, List<ImageSize> sizes) {
    Shape shape() {
      return ImageSize.around(sizes).stacked(sizes.size());
    }
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
    ImageSize size = new ImageSize(side, side, channels);
    byte[] values = new byte[Math.multiplyExact(samples, size.bytes())];
    new Random(0).nextBytes(values);
    ByteBuffer pixels = ByteBuffer.allocateDirect(values.length).put(values).flip();
    List<Target> targets = IntStream.range(0, samples).mapToObj(i -> Target.of(i % 2)).toList();
    List<String> names = Collections.nCopies(samples, "noise");
    View view = new View(pixels, Collections.nCopies(samples, size));
    return new HostBatch(new BatchBuffers(), List.of(view), names, targets, List.of());
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

  /** The sizes of the images of a view. */
  List<ImageSize> sizes(int view) {
    return views.get(view).sizes();
  }

  /**
   * Checks that images of a view are all of one size.
   *
   * @throws ImageSizeException if they are not; the message names two of them
   */
  public void requireOneSize() {
    for (View view : views) {
      ImageSize first = view.sizes().get(0);
      for (int i = 1; i < view.sizes().size(); i++) {
        if (!view.sizes().get(i).equals(first)) {
          throw new ImageSizeException(
              "%s leaves the pipeline with %s, but %s of its batch with %s: end the pipeline with"
                      .formatted(names.get(i), view.sizes().get(i), names.get(0), first)
                  + " a transform that gives all images one size, such as Resize or CenterCrop, or"
                  + " give pad_size_divisor in data_preprocessor to pad the smaller ones");
        }
      }
    }
  }

  /** The pixels of the first view of all samples, N x H x W x C. */
  ByteBuffer pixels() {
    return views.get(0).pixels().duplicate();
  }

  /**
   * Makes the arrays.
   *
   * @param manager owns the arrays, and says on which device they are
   * @return images N x H x W x C, uint8, of which smaller ones stand at the top left, targets, and
   *     masks where there are any
   */
  public Batch toDevice(NDManager manager) {
    if (copy.isEmpty()) {
      return arrays(manager);
    }
    DeviceCopy made = copy.get();
    copy = Optional.empty();
    return made.handTo(manager);
  }

  /**
   * Makes the arrays before they are asked for. The first call of {@link #toDevice} gets them.
   *
   * @param owner owns the arrays until then; closed by this
   */
  void copyAhead(NDManager owner) {
    try {
      copy = Optional.of(new DeviceCopy(arrays(owner), owner));
    } catch (RuntimeException | Error e) {
      owner.close();
      throw e;
    }
  }

  private Batch arrays(NDManager manager) {
    NDList arrays = new NDList();
    views.forEach(view -> arrays.add(manager.create(view.pixels(), view.shape(), DataType.UINT8)));
    return new TargetArrays(manager).batch(arrays, targets, maskArray(manager));
  }

  private NDArray maskArray(NDManager manager) {
    if (masks.isEmpty()) {
      return null;
    }
    PatchMask first = masks.get(0);
    FloatBuffer values = FloatBuffer.allocate(masks.size() * first.rows() * first.columns());
    for (PatchMask mask : masks) {
      for (int i = 0; i < first.rows() * first.columns(); i++) {
        values.put(mask.isHidden(i / first.columns(), i % first.columns()) ? 1 : 0);
      }
    }
    return manager.create(values.array(), new Shape(masks.size(), first.rows(), first.columns()));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      copy.ifPresent(DeviceCopy::close);
      views.forEach(view -> buffers.release(view.pixels()));
    }
  }
}
