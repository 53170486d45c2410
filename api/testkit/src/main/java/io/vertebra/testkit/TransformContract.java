package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link Transform}: the result is the caller's, the image that was handed
 * over is closed, and the generator is the only source of chance.
 */
public abstract class TransformContract extends PartContract<Transform> {
  private static final int HEIGHT = 40;
  private static final int WIDTH = 56;
  private static final int DRAWS = 20;

  /** Makes the contract. */
  protected TransformContract() {
    super(Kind.TRANSFORM, Transform.class);
  }

  @Override
  final void exercise(PluginRuntime runtime, Transform part) throws IOException {
    Pictures.take(part.apply(sample(runtime), new SplittableRandom(0)));
  }

  /** A sample of 40 x 56 pixels, loaded if need be. */
  private static Sample sample(PluginRuntime runtime) throws IOException {
    Sample sample = Sample.of(Pictures.file(HEIGHT, WIDTH), OptionalInt.of(3));
    return sample.withImage(
        runtime.images().decode(sample.source().read(), sample.source().name(), ColorType.COLOR));
  }

  private List<Integer> apply(Transform transform, long seed) throws IOException {
    return Pictures.take(transform.apply(sample(plugins()), new SplittableRandom(seed)));
  }

  @Test
  final void resultBelongsToTheCallerAndNothingElseIsOpen() throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Transform transform = build(builder);
      for (int seed = 0; seed < DRAWS; seed++) {
        Sample result = transform.apply(sample(plugins()), new SplittableRandom(seed));
        assertThat(plugins().liveImages())
            .as("open images, seed %d", seed)
            .isEqualTo(result.views().size());
        assertThat(result.image().pixels().remaining()).isPositive();
        result.closeImages();
      }
    }
  }

  @Test
  final void labelAndSourceStay() throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Sample before = sample(plugins());
      Sample after = build(builder).apply(before, new SplittableRandom(0));
      after.closeImages();
      assertThat(after.label()).isEqualTo(before.label());
      assertThat(after.source()).isSameAs(before.source());
    }
  }

  @Test
  final void sameRandomStateGivesTheSamePixels() throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Transform transform = build(builder);
      for (int seed = 0; seed < DRAWS; seed++) {
        assertThat(apply(transform, seed)).isEqualTo(apply(transform, seed));
      }
    }
  }

  @Test
  final void manyThreadsMayCallItAtOnce() throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Transform transform = build(builder);
      List<Integer> alone = apply(transform, 7);
      assertThat(Crowd.results(() -> apply(transform, 7))).containsOnly(alone);
    }
  }

  @Test
  final void itSaysWhetherItLoadsImages() throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Transform transform = build(builder);
      assertThat(transform.loadsImage()).isEqualTo(loadsImage(transform));
    }
  }

  private static boolean loadsImage(Transform transform) throws IOException {
    Sample unloaded = Sample.of(Pictures.file(HEIGHT, WIDTH), OptionalInt.empty());
    try {
      Pictures.take(transform.apply(unloaded, new SplittableRandom(0)));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
