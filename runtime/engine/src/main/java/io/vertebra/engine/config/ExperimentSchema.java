package io.vertebra.engine.config;

import io.vertebra.registry.schema.DescriptorFile;
import io.vertebra.registry.schema.DescriptorReader;
import io.vertebra.registry.schema.OptionField;
import io.vertebra.registry.schema.OptionType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;

/** The keys of a whole config, as the annotation processor described them. */
public final class ExperimentSchema {
  private ExperimentSchema() {}

  /**
   * Reads the keys of {@link ExperimentOptions}.
   *
   * @return the keys
   */
  public static OptionType.Section read() {
    ClassLoader loader = ExperimentOptions.class.getClassLoader();
    try {
      for (URL url : Collections.list(loader.getResources(DescriptorFile.PATH))) {
        for (OptionType.Section section : sections(url).sections()) {
          if (section.className().equals(ExperimentOptions.class.getName())) {
            return section;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the description of the config cannot be read", e);
    }
    throw new IllegalStateException("the engine was built without the annotation processor");
  }

  /**
   * The part that is meant where the mapping of a key at the top has no type.
   *
   * @param key the key
   * @return the type name, or empty where a type is needed
   */
  public static Optional<String> defaultType(String key) {
    return read().fields().stream()
        .filter(field -> field.key().equals(key))
        .findFirst()
        .flatMap(OptionField::defaultType);
  }

  private static DescriptorFile sections(URL url) throws IOException {
    try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
      return new DescriptorReader().read(reader);
    }
  }
}
