package io.vertebra.plugins.transforms;

import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.Bound;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Builds transforms of configs and sends pictures through them. */
public final class TransformBench implements AutoCloseable {
  private final PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  private final PartBuilder builder = new PartBuilder();

  /** Opens the plugins of the class path. */
  public TransformBench() throws IOException {}

  /** Whether there is a transform of a type. */
  public boolean has(String type) {
    return plugins.catalog().find(Kind.TRANSFORM, type).isPresent();
  }

  /** Builds the transform of a config, which must not be warned of. */
  public Transform transform(String config) {
    Bound.Part part =
        new Binder(
                plugins.catalog(),
                warning -> {
                  throw new AssertionError(warning);
                })
            .bindPart(
                new ConfigLoader().loadText(Path.of("golden.yaml"), config, List.of()),
                Kind.TRANSFORM,
                null);
    return builder.buildPart(part, Transform.class);
  }

  /** The operations of the host. */
  public ImageOps images() {
    return plugins.images();
  }

  /** How many images are open. */
  public int liveImages() {
    return plugins.liveImages();
  }

  /** Sends an image, which is handed over, through a transform. */
  public static ImageBuffer apply(Transform transform, ImageBuffer image, RandomGenerator random)
      throws IOException {
    return transform.apply(sample().withImage(image), random).image();
  }

  /** A sample without an image. */
  static Sample sample() {
    ImageSource source =
        new ImageSource() {
          @Override
          public String name() {
            return "input.png";
          }

          @Override
          public byte[] read() throws IOException {
            throw new IOException("it is loaded already");
          }
        };
    return Sample.of(source, OptionalInt.empty());
  }

  @Override
  public void close() {
    builder.close();
    plugins.close();
  }
}
