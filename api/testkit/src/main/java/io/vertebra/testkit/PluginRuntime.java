package io.vertebra.testkit;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import io.vertebra.host.plugin.PluginHost;
import io.vertebra.host.plugin.PluginHostOptions;
import io.vertebra.host.plugin.PluginInfo;
import io.vertebra.host.plugin.PluginState;
import io.vertebra.imaging.BufferPool;
import io.vertebra.imaging.HostImageOps;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.SimpleCatalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A runtime with the plugins that the class path of the test has: its own module and the bundles
 * among its dependencies. Networks run on the CPU.
 */
public final class PluginRuntime implements AutoCloseable {
  /** What messages call a config that stands in no file. */
  private static final Path CONFIG = Path.of("config.yaml");

  private final BufferPool pool = new BufferPool(0);
  private final ImageOps images = new HostImageOps(pool, HostImageOps.DEFAULT_MAX_PIXELS);
  private final List<Extension> onClassPath = new ArrayList<>();
  private final Optional<PluginHost> host;
  private EngineServices engine;

  private PluginRuntime(PluginSource source) throws IOException {
    ClassLoader loader = PluginRuntime.class.getClassLoader();
    ClassPathParts parts = new ClassPathParts(loader, images);
    List<PluginRoot> bundles = new ArrayList<>();
    for (PluginRoot root : PluginRoot.onClassPath(loader)) {
      if (source == PluginSource.BUNDLE && root.isBundle()) {
        bundles.add(root);
      } else {
        onClassPath.addAll(parts.of(root));
      }
    }
    host = source == PluginSource.BUNDLE ? Optional.of(openHost(bundles)) : Optional.empty();
  }

  /**
   * Starts a runtime.
   *
   * @param source where the classes of plugins come from
   * @return the runtime, owned by the caller
   * @throws IOException if a plugin cannot be read
   */
  public static PluginRuntime open(PluginSource source) throws IOException {
    return new PluginRuntime(source);
  }

  private PluginHost openHost(List<PluginRoot> bundles) throws IOException {
    PluginHost opened =
        PluginHost.open(
            new PluginHostOptions(
                List.of(),
                Optional.empty(),
                binder -> binder.bind(ImageOps.class).toInstance(images)));
    Path folder = Files.createTempDirectory("vertebra-testkit");
    for (PluginRoot bundle : bundles) {
      Path jar = bundle.jar(folder);
      PluginInfo info = opened.install(jar);
      if (jar.startsWith(folder)) {
        Files.delete(jar);
      }
      if (info.state() != PluginState.ACTIVE) {
        opened.close();
        throw new IOException(
            "the bundle of " + bundle.location() + " is " + info.state() + ": " + info.reason());
      }
    }
    Files.delete(folder);
    return opened;
  }

  /**
   * The parts that there are now.
   *
   * @return a snapshot
   */
  public Catalog catalog() {
    List<Extension> parts = new ArrayList<>(onClassPath);
    host.ifPresent(
        plugins ->
            Arrays.stream(Kind.values())
                .forEach(kind -> parts.addAll(plugins.catalog().list(kind))));
    return new SimpleCatalog(parts, List.of());
  }

  /**
   * Builds a part.
   *
   * @param builder owns the part
   * @param kind the kind of the part
   * @param type the extension point of that kind
   * @param config names the part, YAML or JSON, for example {@code {type: LeNet5}}
   * @param arguments what the part's parent tells it; see {@link Factory#create}
   * @param <T> the extension point
   * @return the part
   * @throws ConfigException if the config is wrong, or the part refuses an option
   */
  public <T> T build(
      PartBuilder builder, Kind kind, Class<T> type, String config, Object... arguments) {
    MappingNode node = new ConfigLoader().loadText(CONFIG, config, List.of());
    return builder.buildPart(
        new Binder(catalog(), warning -> {}).bindPart(node, kind, null), type, arguments);
  }

  /**
   * What plugins do with images.
   *
   * @return operations whose results {@link #liveImages} counts
   */
  public ImageOps images() {
    return images;
  }

  /**
   * What networks run on. The first call loads the native library.
   *
   * @return the services, owned by this
   */
  public EngineServices engine() {
    if (engine == null) {
      engine =
          EngineServices.of(TorchRuntime.start(TorchSettings.defaults()), Device.cpu(), images);
    }
    return engine;
  }

  /**
   * How many images were handed out and are not closed.
   *
   * @return the count, 0 where nothing leaks
   */
  public int liveImages() {
    return pool.live();
  }

  /** How many arrays of the process have an owner that is still open; 0 before the first use. */
  int liveArrays() {
    if (engine == null) {
      return 0;
    }
    try (NDManager manager = engine.runtime().newManager(engine.device())) {
      return manager.getParentManager().getManagedArrays().size();
    }
  }

  /** Takes a bundle away. */
  void uninstall(String bundle) {
    host.orElseThrow().uninstall(bundle);
  }

  @Override
  public void close() {
    host.ifPresent(PluginHost::close);
  }
}
