package io.vertebra.engine.inference;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Algorithm;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.complexity.Complexity;
import io.vertebra.engine.complexity.ComplexityProbe;
import io.vertebra.engine.config.ConfigWarnings;
import io.vertebra.engine.init.ModelNames;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;

/** Builds the network of a config alone, for whoever looks at it and not at data. */
public final class NetworkBuilder {
  private final Catalog catalog;

  /**
   * Makes a builder.
   *
   * @param catalog the parts that there are
   */
  public NetworkBuilder(Catalog catalog) {
    this.catalog = requireNonNull(catalog, "catalog is null");
  }

  /**
   * What is done with a network while it is there.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Use<T> {
    /**
     * Looks at a network.
     *
     * @param network the network
     * @return what comes of it
     * @throws IOException if a file cannot be read or written
     */
    T of(NamedNetwork network) throws IOException;
  }

  /**
   * Builds a network and lets go of it afterwards. The native library is not needed.
   *
   * @param config a config, of which {@code model} is used
   * @param use what is done with the network
   * @param <T> what comes of it
   * @return what comes of it
   * @throws ConfigException if the model cannot be built
   * @throws IOException if the use throws it
   */
  public <T> T use(MappingNode config, Use<T> use) throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Binder binder = new Binder(catalog, new ConfigWarnings());
      Algorithm algorithm = new ClassifierParts(binder, builder, config).algorithm();
      return use.of(new NamedNetwork(algorithm, ModelNames.of(builder, algorithm)));
    }
  }

  /**
   * Finds out what a network costs.
   *
   * @param services what it runs on
   * @param config a config, of which {@code model} is used
   * @param images the shape of the batch, N x C x H x W
   * @return the costs
   * @throws ConfigException if the model cannot be built
   * @throws IOException never
   */
  public Complexity complexity(EngineServices services, MappingNode config, Shape images)
      throws IOException {
    return use(config, network -> ComplexityProbe.of(services, network.algorithm(), images));
  }
}
