package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The loaded native library: started once in a process, before any other class of DJL is used.
 *
 * <p>It lives as long as the process, as the library cannot be unloaded. All methods may be called
 * from any thread.
 */
public final class TorchRuntime {
  // The library is loaded once per process; this field mirrors that fact.
  private static TorchRuntime started;

  private final TorchSettings settings;
  private final Engine engine;
  private final NDManager manager;
  private final Map<String, TorchModule> modules = new ConcurrentHashMap<>();

  private TorchRuntime(TorchSettings settings, Engine engine) {
    this.settings = settings;
    this.engine = engine;
    this.manager = engine.newBaseManager(Device.cpu());
  }

  /**
   * Loads the native library, or returns the running one if it has the same settings.
   *
   * <p>The thread that loads it keeps its gradient mode on, as every other thread has it.
   *
   * @param settings what the library takes at its start
   * @return the runtime of this process
   * @throws IllegalStateException if it runs with other settings
   */
  public static synchronized TorchRuntime start(TorchSettings settings) {
    requireNonNull(settings, "settings is null");
    if (started == null) {
      started = new TorchRuntime(settings, TorchLoader.load(settings));
    }
    if (!started.settings.equals(settings)) {
      throw new IllegalStateException(
          "The native library runs with %s and cannot be started again with %s; start it once per process."
              .formatted(started.settings, settings));
    }
    return started;
  }

  /**
   * Returns what the library was started with.
   *
   * @return the settings
   */
  public TorchSettings settings() {
    return settings;
  }

  /**
   * Returns the version of the native library.
   *
   * @return a version such as {@code 2.7.1}
   */
  public String version() {
    return engine.getVersion();
  }

  /**
   * Returns the folder of the native library.
   *
   * @return an absolute path
   */
  public Path libraryPath() {
    return Path.of(LibUtils.getLibtorchPath());
  }

  /**
   * Returns the devices that tensors can live on.
   *
   * @return the GPUs that this build of the library sees, in their order, then the CPU
   */
  public List<Device> devices() {
    List<Device> devices = new ArrayList<>();
    if (engine.hasCapability("CUDA")) {
      for (int i = 0; i < engine.getGpuCount(); i++) {
        devices.add(Device.gpu(i));
      }
    }
    devices.add(Device.cpu());
    return List.copyOf(devices);
  }

  /**
   * Returns the number of threads that share one operation, as the library reports it.
   *
   * @return the number of threads
   */
  public int intraOpThreads() {
    return JniUtils.getNumThreads();
  }

  /**
   * Returns the number of threads for independent operations, as the library reports it.
   *
   * @return the number of threads
   */
  public int interOpThreads() {
    return JniUtils.getNumInteropThreads();
  }

  /** Gives memory that the library keeps on GPUs for later back to them; nothing on a CPU. */
  public void emptyCache() {
    if (engine.hasCapability("CUDA")) {
      JniUtils.emptyCudaCache();
    }
  }

  /**
   * Sets the native random generators of all devices, for all threads.
   *
   * @param seed any number
   */
  public void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  /**
   * Creates an owner of arrays.
   *
   * @param device where its arrays live
   * @return the owner, to be closed by the caller
   */
  public NDManager newManager(Device device) {
    return engine.newBaseManager(requireNonNull(device, "device is null"));
  }

  /**
   * Compiles functions.
   *
   * @param owner closes the module when it is closed itself
   * @param name the name of the module in messages, a Python identifier
   * @param source functions in TorchScript, unindented, each with {@code self} as first parameter
   * @return the module
   * @throws TorchException if the text does not compile
   */
  public TorchModule compile(NDManager owner, String name, String source) {
    return TorchModule.compile(this, owner, name, source);
  }

  /**
   * Returns the functions of a text file beside a class, compiled at their first use and kept as
   * long as the process; so this is for classes that stay, not for those of plugins.
   *
   * @param place a class of the package that has the file
   * @param name the name of the file without {@code .py}, a Python identifier
   * @return the module, which must not be closed
   * @throws TorchException if the text does not compile
   * @throws IllegalArgumentException if there is no such file
   */
  public TorchModule module(Class<?> place, String name) {
    return modules.computeIfAbsent(
        place.getPackageName() + "." + name, key -> compile(manager, name, text(place, name)));
  }

  private static String text(Class<?> place, String name) {
    try (InputStream in = place.getResourceAsStream(name + ".py")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "There is no file '%s.py' beside %s".formatted(name, place.getName()));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the text of the functions of '" + name + "'", e);
    }
  }
}
