package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.RemovedKey;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reads and decodes the image of a sample, {@code mmcv.transforms.LoadImageFromFile}. Channels are
 * blue, green, red.
 */
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
   * @param imdecodeBackend what MMPretrain's configs give
   * @param minSize the least length of the shorter side of a JPEG file that is decoded reduced
   */
  @RemovedKey(key = "to_float32", use = "nothing: images have 8 bits up to the data_preprocessor")
  @RemovedKey(key = "file_client_args", use = "nothing: files are read from disk")
  @RemovedKey(key = "backend_args", use = "nothing: files are read from disk")
  @RemovedKey(key = "ignore_empty", use = "unreadable: skip of the data loader")
  public record Options(
      @Doc(
              "colours of the image: color is blue, green, red; with _ignore_orientation the image"
                  + " is not turned as its EXIF data says")
          @Default("color")
          ColorType colorType,
      @Doc("a library's name from MMPretrain's configs; there is one decoder for all")
          @Default("cv2")
          Decoder imdecodeBackend,
      @Doc(
              "decodes JPEG files at a half, a quarter or an eighth of their size, as long as the"
                  + " shorter side keeps so many pixels: faster, but pixels are no longer those of"
                  + " MMPretrain, and where a crop is smaller than the network's input it is"
                  + " enlarged more. Without it images come in full size")
          Optional<Integer> minSize) {
    /** Checks that something of an image stays. */
    public Options {
      if (minSize.isPresent() && minSize.get() < 1) {
        throw new IllegalArgumentException(
            "min_size is %d: expected 1 or more, or nothing for full size"
                .formatted(minSize.get()));
      }
    }
  }

  /** The libraries that MMCV decodes with. */
  public enum Decoder {
    /** OpenCV. */
    CV2,
    /** Pillow. */
    PILLOW,
    /** TurboJPEG. */
    TURBOJPEG
  }

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
    ImageBuffer image = decode(sample.source());
    sample.closeImages();
    return sample.withImage(image);
  }

  private ImageBuffer decode(ImageSource source) throws IOException {
    byte[] bytes = source.read();
    return options.minSize().isEmpty()
        ? ops.decode(bytes, source.name(), options.colorType())
        : ops.decodeReduced(bytes, source.name(), options.colorType(), options.minSize().get());
  }
}
