package io.vertebra.plugins.datasets;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Shorthand;
import java.util.Optional;

/**
 * The folders of images and annotations of {@link Voc}.
 *
 * @param imgPath the folder of the images
 * @param annPath the folder of the annotations; without it nothing is known of the images
 */
@ConfigSection
public record VocPrefix(
    @Doc("folder of the images") @Default("JPEGImages") String imgPath,
    @Doc("folder of the annotations; the images have no labels where it is null")
        @Default("Annotations")
        Optional<String> annPath) {
  /**
   * Names the folder of images without annotations.
   *
   * @param images the folder
   * @return the folders
   */
  @Shorthand
  public static VocPrefix of(String images) {
    return new VocPrefix(images, Optional.empty());
  }
}
