package io.vertebra.engine.init;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Initializer;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.NetworkSettings;
import io.vertebra.api.model.Parameter;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.Origin;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a new network is filled with, in the order of {@code
 * mmengine.model.BaseModule.init_weights}: the initialisers of a network, then those of the
 * networks within it, then what modules insist on. A network without an {@code init_cfg} keeps the
 * first values of its constructor; one with an {@code init_cfg}, null among them, gives them up.
 */
public final class Initialization {
  private final PartBuilder builder;

  /**
   * Makes an initialisation.
   *
   * @param builder what built the networks; knows what the config says of each
   */
  public Initialization(PartBuilder builder) {
    this.builder = requireNonNull(builder, "builder is null");
  }

  /**
   * Changes what the parameters of a network are filled with. Once for each network: a second call
   * would take what the first one did for the wish of the network.
   *
   * @param network the network, without arrays as yet
   * @throws ConfigException if an initialiser does not fit the network
   */
  public void apply(Module network) {
    IdentityHashMap<Parameter, Distribution> own = takeOwn(network);
    if (settings(network).isEmpty()) {
      keepOwn(network, own);
    }
    visit(network, own);
  }

  /** Restores what layers declared, and gives what constructors of networks chose instead. */
  private static IdentityHashMap<Parameter, Distribution> takeOwn(Module network) {
    IdentityHashMap<Parameter, Distribution> own = new IdentityHashMap<>();
    for (Parameter parameter : network.parameters().values()) {
      Distribution chosen = parameter.initial();
      parameter.restoreInitial();
      if (!chosen.equals(parameter.initial())) {
        own.put(parameter, chosen);
      }
    }
    return own;
  }

  private void visit(Module module, IdentityHashMap<Parameter, Distribution> own) {
    settings(module).ifPresent(settings -> follow(settings, module, own));
    module.modules().values().forEach(inner -> visit(inner, own));
    module.finishInitialization();
  }

  private void follow(
      NetworkSettings settings, Module network, IdentityHashMap<Parameter, Distribution> own) {
    if (settings.keepsDefaults()) {
      keepOwn(network, own);
      return;
    }
    try {
      settings.initializers().forEach(initializer -> initializer.initialize(network));
    } catch (IllegalArgumentException e) {
      Origin origin = builder.origin(network).orElseThrow();
      throw new ConfigException(
          List.of(ConfigProblem.of(origin, "`init_cfg` does not fit: " + e.getMessage())));
    }
  }

  /** Gives a network what its constructor chose; a network within it has a turn of its own. */
  private void keepOwn(Module module, IdentityHashMap<Parameter, Distribution> own) {
    for (Map.Entry<String, Parameter> entry : module.parameters().entrySet()) {
      Distribution chosen = own.get(entry.getValue());
      if (chosen != null && !entry.getKey().contains(".")) {
        entry.getValue().initializeWith(chosen);
      }
    }
    module.modules().values().stream()
        .filter(inner -> settings(inner).isEmpty())
        .forEach(inner -> keepOwn(inner, own));
  }

  /**
   * Finds the files of weights that a network starts from.
   *
   * @param network the network
   * @return the files in the order in which they are loaded: those of a network after those of the
   *     networks within it
   */
  public List<Pretrained> pretrained(Module network) {
    List<Pretrained> found = new ArrayList<>();
    findPretrained("", network, found);
    return found;
  }

  private void findPretrained(String path, Module module, List<Pretrained> found) {
    module.modules().forEach((name, inner) -> findPretrained(path + name + ".", inner, found));
    settings(module).map(NetworkSettings::initializers).orElse(List.of()).stream()
        .map(Initializer::pretrained)
        .flatMap(Optional::stream)
        .forEach(
            weights ->
                found.add(new Pretrained(path, builder.origin(module).orElseThrow(), weights)));
  }

  private Optional<NetworkSettings> settings(Module module) {
    return builder.settings(module, NetworkSettings.class);
  }
}
