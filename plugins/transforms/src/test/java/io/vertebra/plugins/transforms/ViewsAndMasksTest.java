package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.PatchMask;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ViewsAndMasksTest {
  private final RecordingOps host = new RecordingOps();

  @AfterEach
  void leavesNoImageOpen() {
    assertThat(host.open()).isZero();
  }

  private MultiView views(Transform first, Transform second) {
    return new MultiView(
        new MultiView.Options(
            IntList.of(List.of(2, 1)), List.of(TransformList.of(first), TransformList.of(second))),
        host.ops());
  }

  @Test
  void makesAsManyViewsAsEachPipelineShall() throws IOException {
    Transform crop = (sample, random) -> sample.mapImage(image -> host.image(2, 3, 1));
    Transform none = (sample, random) -> sample;
    Sample result = views(crop, none).apply(host.sample(4, 5), new SplittableRandom(0));
    assertThat(result.views())
        .extracting(ImageBuffer::toString)
        .containsExactly(
            "ImageBuffer[2 x 3 x 1]", "ImageBuffer[2 x 3 x 1]", "ImageBuffer[4 x 5 x 1]");
    assertThat(result.image()).isSameAs(result.views().get(0));
    Sample twice = result.mapImage(image -> image);
    assertThat(twice.views()).isEqualTo(result.views());
    twice.closeImages();
  }

  @Test
  void closesTheViewsOfAPipelineThatFails() {
    Transform none = (sample, random) -> sample;
    Transform broken =
        (sample, random) -> {
          throw new IOException("it is broken");
        };
    Pipeline pipeline = new Pipeline(List.of(views(none, broken)));
    assertThatThrownBy(() -> pipeline.apply(host.sample(4, 5), new SplittableRandom(0)))
        .hasMessage("it is broken");
  }

  @Test
  void closesAllViewsWhereAFunctionFails() {
    Sample sample =
        RecordingOps.unloaded().withViews(List.of(host.image(2, 2, 1), host.image(3, 3, 1)));
    assertThatThrownBy(
            () ->
                sample.mapImage(
                    image -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
  }

  @Test
  void hidesAPartOfTheBlocks() {
    SimMimMaskGenerator generator =
        new SimMimMaskGenerator(new SimMimMaskGenerator.Options(192, 32, 4, 0.6));
    for (int seed = 0; seed < 20; seed++) {
      PatchMask mask = mask(generator, seed);
      assertThat(mask.rows()).isEqualTo(48);
      assertThat(hidden(mask)).isEqualTo(22 * 64);
      assertThat(mask.isHidden(0, 0)).isEqualTo(mask.isHidden(7, 7));
    }
    assertThat(mask(generator, 1)).isEqualTo(mask(generator, 1)).isNotEqualTo(mask(generator, 2));
  }

  @Test
  void hidesAsManyPatchesInRectangles() {
    BeitMaskGenerator generator =
        new BeitMaskGenerator(
            new BeitMaskGenerator.Options(
                IntPair.of(14), 75, 16, Optional.empty(), 0.3, Optional.empty()));
    for (int seed = 0; seed < 20; seed++) {
      assertThat(hidden(mask(generator, seed))).isEqualTo(75);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> new SimMimMaskGenerator.Options(190, 32, 4, 0.6))
        .hasMessageContaining("each must be a multiple of the next");
    assertThatThrownBy(
            () ->
                new BeitMaskGenerator.Options(
                    IntPair.of(2), 5, 1, Optional.empty(), 0.3, Optional.empty()))
        .hasMessageContaining("num_masking_patches is 5, but there are 4 patches");
    assertThatThrownBy(() -> new MultiView.Options(IntList.of(2), List.of()))
        .hasMessageContaining("num_views is [2]");
  }

  @Test
  void packsSamplesOfTasksOnly() {
    PackMultiTaskInputs pack =
        new PackMultiTaskInputs(
            new PackMultiTaskInputs.Options(Optional.empty(), Optional.empty(), Optional.empty()));
    Sample labelled = host.sample(2, 2);
    assertThatThrownBy(() -> pack.apply(labelled, new SplittableRandom(0)))
        .hasMessageContaining("has a label, but no tasks");
    labelled.closeImages();
    Sample ofTasks =
        Sample.of(labelled.source(), new Target.Tasks(Map.of("colour", Target.of(1))))
            .withImage(host.image(2, 2, 1));
    assertThat(pack.apply(ofTasks, new SplittableRandom(0))).isSameAs(ofTasks);
    ofTasks.closeImages();
  }

  private static PatchMask mask(Transform generator, int seed) {
    try {
      return generator
          .apply(RecordingOps.unloaded(), new SplittableRandom(seed))
          .mask()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int hidden(PatchMask mask) {
    int count = 0;
    for (int i = 0; i < mask.rows() * mask.columns(); i++) {
      count += mask.isHidden(i / mask.columns(), i % mask.columns()) ? 1 : 0;
    }
    return count;
  }
}
