package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.torch.GradMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a batch of training as it is mixed, with the draws of the run. Pixels are mixed before they
 * are normalised, which comes to the same for all mixes that are weighted sums.
 */
final class MixedBatchPreview {
  private final Learner learner;
  private final DataLoader loader;
  private final ImageOps images;
  private final long seed;

  MixedBatchPreview(Learner learner, DataLoader loader, ImageOps images, long seed) {
    this.learner = learner;
    this.loader = loader;
    this.images = images;
    this.seed = seed;
  }

  /** The images of a batch, owned by the caller; none where the epoch is shorter. */
  List<MixedImage> of(int epoch, int batch) {
    long iteration = (long) epoch * loader.batches() + batch;
    Pass pass = learner.pass().at(new IterationChance(seed, iteration).moment(epoch));
    try (EpochBatches batches = loader.epoch(epoch, batch)) {
      if (!batches.hasNext()) {
        return List.of();
      }
      try (HostBatch host = batches.next()) {
        return GradMode.OFF.get(() -> mixed(pass, host));
      }
    }
  }

  private List<MixedImage> mixed(Pass pass, HostBatch host) {
    try (StepScope scope = new StepScope(learner.state().manager())) {
      Batch raw = host.toDevice(scope.manager());
      NDArray planes = learner.ops().toFloat32(raw.images().transpose(0, 3, 1, 2));
      Batch mixed = learner.mix(pass, raw.withViews(List.of(planes)));
      List<MixedImage> result = new ArrayList<>();
      for (long i = 0; i < host.size(); i++) {
        result.add(new MixedImage(image(mixed.images().get(i)), target(mixed.targets(), i)));
      }
      return result;
    }
  }

  private ImageBuffer image(NDArray planes) {
    NDArray rows = planes.transpose(1, 2, 0).round().clip(0, 255);
    float[] values = rows.toFloatArray();
    int[] shape = {
      (int) rows.getShape().get(0), (int) rows.getShape().get(1), (int) rows.getShape().get(2)
    };
    ImageBuffer image = images.allocate(shape[0], shape[1], shape[2]);
    for (int i = 0; i < values.length; i++) {
      image.pixels().put(i, (byte) (int) values[i]);
    }
    return image;
  }

  /** The row of a sample; labels of a batch that was left alone are no rows and are not shown. */
  private static List<Float> target(NDArray targets, long sample) {
    List<Float> row = new ArrayList<>();
    if (targets.getShape().dimension() > 1) {
      for (float part : targets.get(sample).toFloatArray()) {
        row.add(part);
      }
    }
    return row;
  }
}
