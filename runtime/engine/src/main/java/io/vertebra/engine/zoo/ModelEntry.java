package io.vertebra.engine.zoo;

import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.config.ScalarNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model of a metafile.
 *
 * @param metafile the file
 * @param fields what it says of the model, under MMPretrain's keys
 */
public record ModelEntry(Path metafile, MappingNode fields) {
  /** The key of the name. */
  public static final String NAME = "Name";

  /**
   * The name of the model.
   *
   * @return the name, unique among the models of a folder
   */
  public String name() {
    return text(NAME).orElseThrow();
  }

  /**
   * A field that is one text or number.
   *
   * @param path the keys on the way to it, joined by dots
   * @return the text, or empty where there is none
   */
  public Optional<String> text(String path) {
    return fields.find(path).flatMap(ModelEntry::text);
  }

  private static Optional<String> text(ConfigNode node) {
    return node instanceof ScalarNode scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /**
   * The config of the model.
   *
   * @return the file, which the metafile names relative to itself; empty where there is none
   */
  public Optional<Path> config() {
    return text("Config").map(name -> metafile.resolveSibling(name).normalize());
  }

  /**
   * Where the weights are.
   *
   * @return an address, of a file where the metafile names one beside itself; empty where there are
   *     none
   */
  public Optional<URI> weights() {
    return text("Weights")
        .map(
            text ->
                text.contains("://")
                    ? URI.create(text)
                    : metafile.toAbsolutePath().resolveSibling(text).normalize().toUri());
  }

  /**
   * The checksum of the weights.
   *
   * @return 64 hexadecimal digits or the first of them, in lower case; empty where none is known
   */
  public Optional<String> sha256() {
    return text("SHA256");
  }
}
