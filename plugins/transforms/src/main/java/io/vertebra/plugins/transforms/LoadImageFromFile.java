package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** Reads and decodes the image of a sample, {@code mmcv.transforms.LoadImageFromFile}. */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "LoadImageFromFile",
    summary = "Reads and decodes the image of a sample")
public final class LoadImageFromFile implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link LoadImageFromFile}.
   *
   * @param colorType the colours of the image
   */
  public record Options(
      @Doc("colours of the image: color is blue, green, red") @Default("color")
          ColorType colorType) {}

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops decodes
   */
  public LoadImageFromFile(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public boolean loadsImage() {
    return true;
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    byte[] bytes = sample.source().read();
    ImageBuffer image = ops.decode(bytes, sample.source().name(), options.colorType());
    if (sample.hasImage()) {
      sample.image().close();
    }
    return sample.withImage(image);
  }
}
