package io.vertebra.engine.config;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Shorthand;
import io.vertebra.engine.checkpoint.LoadPolicy;
import java.nio.file.Path;

/**
 * The weights that training starts from.
 *
 * @param checkpoint path of the file
 * @param strict whether file and network must be one and the same but for the classes of a head
 */
@ConfigSection
public record LoadFromOptions(
    @Doc("path of a file of weights: safetensors, .pth, .pt, .th or .npz") String checkpoint,
    @Doc("false takes what fits and tells the rest; true refuses a file that does not fit")
        @Default("true")
        boolean strict) {
  /**
   * The short form.
   *
   * @param checkpoint path of the file
   * @return the file, which has to fit
   */
  @Shorthand
  public static LoadFromOptions of(String checkpoint) {
    return new LoadFromOptions(checkpoint, /* strict= */ true);
  }

  /**
   * The file.
   *
   * @return its path
   */
  public Path file() {
    return Path.of(checkpoint);
  }

  /**
   * Which differences between file and network are taken for granted.
   *
   * @return the policy
   */
  public LoadPolicy policy() {
    return strict ? LoadPolicy.OTHER_CLASSES : LoadPolicy.WHATEVER_FITS;
  }
}
