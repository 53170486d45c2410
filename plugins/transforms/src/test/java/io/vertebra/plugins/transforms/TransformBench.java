package io.vertebra.plugins.transforms;

import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Builds transforms of configs and sends pictures through them. */
public final class TransformBench implements AutoCloseable {
  private final PartBuilder builder = new PartBuilder();
  private final PluginRuntime plugins;

  /** Builds with the parts of a runtime, which stays the caller's. */
  public TransformBench(PluginRuntime plugins) {
    this.plugins = plugins;
  }

  /** Builds the transform of a config. */
  public Transform transform(String config) {
    return plugins.build(builder, Kind.TRANSFORM, Transform.class, config);
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
  }
}
