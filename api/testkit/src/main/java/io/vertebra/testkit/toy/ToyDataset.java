package io.vertebra.testkit.toy;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Colour images of 4 x 4 pixels, in two classes. */
@Plugin(
    kind = Kind.DATASET,
    type = "ToyDataset",
    summary = "For tests: images of 4 x 4 pixels in two classes")
public final class ToyDataset implements Dataset {
  private static final int SIDE = 4;

  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link ToyDataset}.
   *
   * @param samples how many images there are
   */
  public record Options(
      @Doc("how many images there are") @Default("4") @Range(min = 1) int samples) {}

  /**
   * Makes the data set.
   *
   * @param options the options
   * @param ops gives memory for images
   */
  public ToyDataset(Options options, ImageOps ops) {
    this.options = options;
    this.ops = ops;
  }

  @Override
  public int size() {
    return options.samples();
  }

  @Override
  public List<String> classes() {
    return List.of("even", "odd");
  }

  @Override
  public int label(int index) {
    return Objects.checkIndex(index, size()) % 2;
  }

  @Override
  public Sample get(int index, RandomGenerator random) {
    OptionalInt label = OptionalInt.of(label(index));
    ImageBuffer image = ops.allocate(SIDE, SIDE, 3);
    ByteBuffer pixels = image.pixels();
    while (pixels.hasRemaining()) {
      pixels.put((byte) (pixels.position() * 5 + index));
    }
    return Sample.of(new NoFile("toy " + index), label).withImage(image);
  }

  /** An image that was never in a file. */
  private record NoFile(String name) implements ImageSource {
    @Override
    public byte[] read() throws IOException {
      throw new IOException(name + " is not in a file");
    }
  }
}
