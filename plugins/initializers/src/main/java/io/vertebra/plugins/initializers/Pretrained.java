package io.vertebra.plugins.initializers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.Initializer;
import io.vertebra.api.model.PretrainedWeights;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;

/**
 * Loads weights from a file after all others were drawn, {@code mmengine.model.PretrainedInit}: the
 * arrays that file and network both have.
 */
@Plugin(
    kind = Kind.INITIALIZER,
    type = "Pretrained",
    summary = "Loads weights from a safetensors file, those that file and network both have")
public final class Pretrained implements Initializer {
  private final Options options;

  /**
   * Options of {@link Pretrained}.
   *
   * @param checkpoint the path of the file
   * @param prefix what names in the file start with beside those of the network
   * @param mapLocation accepted, without effect
   */
  public record Options(
      @Doc("path of a safetensors file, a checkpoint or any other") String checkpoint,
      @Doc("what names in the file start with beside those of the network: backbone.")
          Optional<String> prefix,
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
    return Optional.of(new PretrainedWeights(options.checkpoint(), options.prefix().orElse("")));
  }
}
