package io.vertebra.api.model;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import java.util.List;
import java.util.Optional;

/**
 * Options that every algorithm, backbone, neck and head takes.
 *
 * @param initCfg what its arrays are filled with at first
 */
public record NetworkSettings(
    @Doc(
            "initialisers, one or a list, in place of the network's own; null leaves all to what"
                + " layers start with in PyTorch")
        @Default("default")
        Optional<InitCfg> initCfg) {
  /**
   * Whether the network starts as it does by itself.
   *
   * @return false if {@link #initializers()} take the place of that
   */
  public boolean keepsDefaults() {
    return initCfg.isPresent() && initCfg.get().given().isEmpty();
  }

  /**
   * The initialisers that the config gives.
   *
   * @return the initialisers, in the order in which they are followed
   */
  public List<Initializer> initializers() {
    return initCfg.flatMap(InitCfg::given).map(Initializers::all).orElse(List.of());
  }
}
