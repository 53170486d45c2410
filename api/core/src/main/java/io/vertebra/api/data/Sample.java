package io.vertebra.api.data;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.image.ImageBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One image on its way through a pipeline, or several views of it. Immutable, but for the pixels it
 * refers to: whoever holds the sample owns its images.
 */
public final class Sample {
  private final ImageSource source;
  private final Target target;
  private final List<ImageBuffer> views;
  private final Optional<PatchMask> mask;

  private Sample(
      ImageSource source, Target target, List<ImageBuffer> views, Optional<PatchMask> mask) {
    this.source = requireNonNull(source, "source is null");
    this.target = requireNonNull(target, "target is null");
    this.views = List.copyOf(views);
    this.mask = mask;
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
    return new Sample(source, target, List.of(), Optional.empty());
  }

  /**
   * The same sample with another image. The old images, if any, are not closed.
   *
   * @param newImage the image; the new sample owns it
   * @return the new sample, of one view
   */
  public Sample withImage(ImageBuffer newImage) {
    return withViews(List.of(requireNonNull(newImage, "image is null")));
  }

  /**
   * The same sample with other views. The old images, if any, are not closed.
   *
   * @param newViews one image at least; the new sample owns them
   * @return the new sample
   */
  public Sample withViews(List<ImageBuffer> newViews) {
    if (newViews.isEmpty()) {
      throw new IllegalArgumentException("a sample has one view at least");
    }
    return new Sample(source, target, newViews, mask);
  }

  /**
   * The same sample with another mask.
   *
   * @param newMask which patches of its image are hidden
   * @return the new sample, with the same images
   */
  public Sample withMask(PatchMask newMask) {
    return new Sample(source, target, views, Optional.of(newMask));
  }

  /**
   * The same sample with what a function makes of its image, or of each of its views in order. The
   * old images are closed, also when the function fails, unless the function gives them back.
   *
   * @param function from an image to a new one
   * @return the new sample
   * @throws IllegalStateException if no image is loaded
   */
  public Sample mapImage(ImageFunction function) {
    image();
    List<ImageBuffer> results = new ArrayList<>();
    try {
      for (ImageBuffer view : views) {
        results.add(requireNonNull(function.apply(view), "the function gave no image"));
      }
    } catch (RuntimeException | Error e) {
      results.forEach(ImageBuffer::close);
      closeImages();
      throw e;
    }
    views.stream().filter(view -> !results.contains(view)).forEach(ImageBuffer::close);
    return withViews(results);
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
    return !views.isEmpty();
  }

  /**
   * The image, which is the first view where there are several.
   *
   * @return the image, owned by the holder of this sample
   * @throws IllegalStateException if no image is loaded
   */
  public ImageBuffer image() {
    if (views.isEmpty()) {
      throw new IllegalStateException(
          source.name()
              + " is not loaded: put LoadImageFromFile first in the pipeline of this data set");
    }
    return views.get(0);
  }

  /**
   * All views of the image.
   *
   * @return the images, owned by the holder of this sample; one where a pipeline makes no further
   *     views, none where the image is not loaded
   */
  public List<ImageBuffer> views() {
    return views;
  }

  /**
   * Which patches of the image a masked network does not see.
   *
   * @return the mask, or empty where the pipeline makes none
   */
  public Optional<PatchMask> mask() {
    return mask;
  }

  /** Closes all images. Only the owner may do so. */
  public void closeImages() {
    views.forEach(ImageBuffer::close);
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
