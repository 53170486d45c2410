package io.vertebra.plugins.initializers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.Initializer;
import io.vertebra.api.model.PretrainedWeights;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;

/**
 * Loads weights from a file after all others were drawn, {@code mmengine.model.PretrainedInit}. The
 * file may have the names of any library that the network's plugin knows.
 */
@Plugin(
    kind = Kind.INITIALIZER,
    type = "Pretrained",
    summary = "Loads weights from a file: safetensors, .pth of PyTorch, .npz")
public final class Pretrained implements Initializer {
  private final Options options;

  /**
   * Options of {@link Pretrained}.
   *
   * @param checkpoint the path of the file
   * @param prefix what names in the file start with beside those of the network
   * @param strict whether file and network must be one and the same but for the classes of a head
   * @param mapLocation accepted, without effect
   */
  public record Options(
      @Doc("path of a file of weights: safetensors, .pth, .pt, .th or .npz") String checkpoint,
      @Doc("what names in the file start with beside those of the network: backbone.")
          Optional<String> prefix,
      @Doc("false takes what fits and tells the rest; true refuses a file that does not fit")
          @Default("true")
          boolean strict,
      @Doc("accepted, without effect: weights go to the device of the run")
          Optional<Object> mapLocation) {}

  /**
   * Makes the initialiser.
   *
   * @param options the options
   */
  public Pretrained(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Optional<PretrainedWeights> pretrained() {
    return Optional.of(
        new PretrainedWeights(options.checkpoint(), options.prefix().orElse(""), options.strict()));
  }
}
