package io.vertebra.api.data;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.image.ImageBuffer;
import java.util.OptionalInt;

/**
 * One image on its way through a pipeline. Immutable, but for the pixels it refers to: whoever
 * holds the sample owns its image.
 */
public final class Sample {
  private final ImageSource source;
  private final Target target;
  private final ImageBuffer image;

  private Sample(ImageSource source, Target target, ImageBuffer image) {
    this.source = requireNonNull(source, "source is null");
    this.target = requireNonNull(target, "target is null");
    this.image = image;
  }

  /**
   * Makes a sample whose image is yet to be loaded.
   *
   * @param source where its bytes come from
   * @param label the index of its class, or empty where it is not known
   * @return the sample
   */
  public static Sample of(ImageSource source, OptionalInt label) {
    return of(source, Target.of(label));
  }

  /**
   * Makes a sample whose image is yet to be loaded.
   *
   * @param source where its bytes come from
   * @param target what is known of it
   * @return the sample
   */
  public static Sample of(ImageSource source, Target target) {
    return new Sample(source, target, null);
  }

  /**
   * The same sample with another image. The old image, if any, is not closed.
   *
   * @param newImage the image; the new sample owns it
   * @return the new sample
   */
  public Sample withImage(ImageBuffer newImage) {
    return new Sample(source, target, requireNonNull(newImage, "image is null"));
  }

  /**
   * The same sample with what a function makes of its image. The old image is closed, also when the
   * function fails, unless the function gives it back.
   *
   * @param function from the image to a new one
   * @return the new sample
   * @throws IllegalStateException if no image is loaded
   */
  public Sample mapImage(ImageFunction function) {
    ImageBuffer old = image();
    ImageBuffer result = null;
    try {
      result = requireNonNull(function.apply(old), "the function gave no image");
      return new Sample(source, target, result);
    } finally {
      if (result != old) {
        old.close();
      }
    }
  }

  /**
   * Where the image comes from.
   *
   * @return the source
   */
  public ImageSource source() {
    return source;
  }

  /**
   * The index of the class, where the sample has one.
   *
   * @return the label, or empty where it is not known or the sample may have several classes
   */
  public OptionalInt label() {
    return target instanceof Target.OneLabel one
        ? OptionalInt.of(one.label())
        : OptionalInt.empty();
  }

  /**
   * What is known of the sample.
   *
   * @return the target
   */
  public Target target() {
    return target;
  }

  /**
   * Whether the image is loaded.
   *
   * @return true if {@link #image()} gives it
   */
  public boolean hasImage() {
    return image != null;
  }

  /**
   * The image.
   *
   * @return the image, owned by the holder of this sample
   * @throws IllegalStateException if no image is loaded
   */
  public ImageBuffer image() {
    if (image == null) {
      throw new IllegalStateException(
          source.name()
              + " is not loaded: put LoadImageFromFile first in the pipeline of this data set");
    }
    return image;
  }

  /** Makes a new image of an image. */
  @FunctionalInterface
  public interface ImageFunction {
    /**
     * Makes the new image.
     *
     * @param image the image; stays with the caller
     * @return a new image owned by the caller, or the given one
     */
    ImageBuffer apply(ImageBuffer image);
  }
}
