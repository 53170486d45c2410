package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes several views of an image, each by a pipeline of its own draws, {@code
 * mmpretrain.datasets.MultiView}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "MultiView",
    summary = "Makes several views of an image, each by a pipeline with its own draws")
public final class MultiView implements Transform {
  private final List<Pipeline> views;
  private final ImageOps ops;

  /**
   * Options of {@link MultiView}.
   *
   * @param numViews how many views each pipeline makes
   * @param transforms the pipelines
   */
  public record Options(
      @Doc("views of each pipeline, in the order of transforms") IntList numViews,
      @Doc("pipelines, each a list of transforms") List<TransformList> transforms) {
    /** Checks that the lists belong together. */
    public Options {
      List<Integer> counts = numViews.values();
      if (counts.size() != transforms.size() || counts.stream().anyMatch(count -> count < 1)) {
        throw new IllegalArgumentException(
            "num_views is %s: expected a number of 1 or more for each of the %d pipelines of transforms"
                .formatted(counts, transforms.size()));
      }
      if (counts.isEmpty()) {
        throw new IllegalArgumentException("transforms is an empty list");
      }
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops copies images
   */
  public MultiView(Options options, ImageOps ops) {
    this.ops = requireNonNull(ops, "ops is null");
    this.views = new ArrayList<>();
    for (int i = 0; i < options.transforms().size(); i++) {
      Pipeline pipeline = options.transforms().get(i).pipeline();
      views.addAll(Collections.nCopies(options.numViews().values().get(i), pipeline));
    }
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    List<ImageBuffer> results = new ArrayList<>();
    boolean done = false;
    try (ImageBuffer image = sample.image()) {
      for (Pipeline view : views) {
        Sample copy = sample.withImage(ops.crop(image, 0, 0, image.height(), image.width()));
        results.addAll(view.apply(copy, random).views());
      }
      done = true;
      return sample.withViews(results);
    } finally {
      if (!done) {
        results.forEach(ImageBuffer::close);
      }
    }
  }
}
