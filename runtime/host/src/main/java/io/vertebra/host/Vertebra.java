package io.vertebra.host;

import static java.util.Objects.requireNonNull;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.inference.Classifier;
import io.vertebra.engine.inference.FileSource;
import io.vertebra.engine.inference.Prediction;
import io.vertebra.engine.train.Experiment;
import io.vertebra.host.plugin.PluginHost;
import io.vertebra.host.plugin.PluginInfo;
import io.vertebra.imaging.HostImageOps;
import io.vertebra.imaging.LabelPainter;
import io.vertebra.imaging.PictureWriter;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.MappingNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A running Vertebra: plugins from folders, and what can be done with them. What it gives out must
 * be closed before it. Plugins are loaded at once, the native library when it is first needed.
 */
public final class Vertebra implements AutoCloseable {
  private final Injector injector;
  private final PluginHost plugins;

  private Vertebra(Injector injector, PluginHost plugins) {
    this.injector = injector;
    this.plugins = plugins;
  }

  /**
   * Starts Vertebra.
   *
   * @param options the options
   * @return Vertebra, owned by the caller
   * @throws IOException if a folder cannot be read or written
   */
  public static Vertebra open(VertebraOptions options) throws IOException {
    requireNonNull(options, "options is null");
    Injector injector = Guice.createInjector(Stage.DEVELOPMENT, new HostModule(options));
    try {
      return new Vertebra(injector, injector.getInstance(PluginHost.class));
    } catch (ProvisionException e) {
      if (e.getCause() instanceof IOException unusable) {
        throw unusable;
      }
      throw e;
    }
  }

  /**
   * The plugins.
   *
   * @return one entry for each jar that is installed, leaving or set aside
   */
  public List<PluginInfo> plugins() {
    return plugins.plugins();
  }

  /**
   * The host of the plugins, to install, uninstall and look for them again.
   *
   * @return the host, owned by this
   */
  public PluginHost pluginHost() {
    return plugins;
  }

  /**
   * The parts that there are now.
   *
   * @return a snapshot that does not change
   */
  public Catalog catalog() {
    return plugins.catalog();
  }

  /**
   * What networks run on. The first call loads the native library.
   *
   * @return the services, owned by this
   * @throws DeviceException if the device that was asked for is not there
   */
  public EngineServices engine() {
    try {
      return injector.getInstance(EngineServices.class);
    } catch (ProvisionException e) {
      if (e.getCause() instanceof DeviceException missing) {
        throw missing;
      }
      throw e;
    }
  }

  /**
   * Operations on images. They load a native library once there are many JPEG files to decode, and
   * do without it where it cannot be loaded.
   *
   * @return the operations, owned by this
   */
  public ImageOps images() {
    return injector.getInstance(ImageOps.class);
  }

  /**
   * Which native library decodes JPEG files. It is loaded for the answer.
   *
   * @return its name, version and place, or that there is none and why
   */
  public String jpegDecoder() {
    return injector.getInstance(HostImageOps.class).nativeDecoder();
  }

  /**
   * Checks a config and gets ready to train or test.
   *
   * @param config the config
   * @return the experiment, owned by the caller
   * @throws ConfigException with everything that is wrong in the config
   */
  public Experiment experiment(MappingNode config) {
    return Experiment.open(this::engine, catalog(), config);
  }

  /**
   * Loads a classifier.
   *
   * @param checkpoint a checkpoint, which holds config, class names and preprocessing
   * @return the classifier, owned by the caller
   * @throws IOException if the checkpoint cannot be read or does not fit
   */
  public Classifier classifier(Path checkpoint) throws IOException {
    return classifier(checkpoint, Optional.empty());
  }

  /**
   * Loads a classifier.
   *
   * @param checkpoint a checkpoint
   * @param config a config to use in place of that in the checkpoint
   * @return the classifier, owned by the caller
   * @throws ConfigException if the config cannot be built
   * @throws IOException if the checkpoint cannot be read or does not fit the config
   */
  public Classifier classifier(Path checkpoint, Optional<MappingNode> config) throws IOException {
    return Classifier.load(engine(), catalog(), checkpoint, config);
  }

  /**
   * Draws a prediction on its image.
   *
   * @param prediction what a classifier said of the image
   * @param image the image
   * @param target the picture to write; its ending says the format: .png, .jpg
   * @throws IOException if the image cannot be read or the picture cannot be written
   */
  public void draw(Prediction prediction, Path image, Path target) throws IOException {
    ImageOps images = images();
    FileSource source = new FileSource(image);
    try (ImageBuffer pixels = images.decode(source.read(), source.name(), ColorType.COLOR)) {
      BufferedImage picture = new LabelPainter().paint(pixels, lines(prediction));
      new PictureWriter().write(picture, target);
    }
  }

  private static List<String> lines(Prediction prediction) {
    return prediction.tasks().entrySet().stream()
        .flatMap(task -> task.getValue().stream().map(each -> line(task.getKey(), each)))
        .toList();
  }

  private static String line(String task, Prediction.ClassScore score) {
    String prefix = task.isEmpty() ? "" : task + ": ";
    return String.format(Locale.ROOT, "%s%s %.3f", prefix, score.name(), score.score());
  }

  @Override
  public void close() {
    plugins.close();
  }
}
