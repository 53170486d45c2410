package io.vertebra.plugins.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Loss;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import io.vertebra.testkit.Symbolic;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MultiTaskHeadTest {
  private static final NDArray FEATURE = Symbolic.array("deep", 4, 8);

  private static LinearClsHead linear(int classes) {
    return new LinearClsHead(
        new LinearClsHead.Options(
            classes, 8, new Entropy(), new TrainingFigures(Optional.empty(), false)));
  }

  private static MultiTaskHead of(Map<String, Head> heads) {
    return new MultiTaskHead(new MultiTaskHead.Options(heads));
  }

  private static MultiTaskHead nested() {
    Map<String, Head> heads = new LinkedHashMap<>();
    heads.put("colour", linear(3));
    heads.put("shape", of(Map.of("round", linear(2))));
    return of(heads);
  }

  @Test
  void tasksWithinTasksAreNamedByBoth() {
    assertThat(nested().tasks())
        .containsExactly(Map.entry("colour", 3), Map.entry("shape.round", 2));
    assertThat(nested().inChannels()).hasValue(8);
    assertThat(nested().parameters().keySet())
        .contains("task_heads.colour.fc.weight", "task_heads.shape.task_heads.round.fc.weight");
  }

  @Test
  void scoresOfAllTasksStandOneAfterTheOther() {
    MultiTaskHead head = of(Map.of("colour", linear(3)));

    assertThat(head.scores(Symbolic.context(head), List.of(FEATURE)))
        .hasToString(
            "concat([softmax(toFloat32(linear(deep, task_heads.colour.fc.weight,"
                + " task_heads.colour.fc.bias)), 1)], 1)");
  }

  @Test
  void eachTaskLearnsFromTheSamplesThatHaveItsTarget() throws IOException {
    Map<String, Double> all = losses(Map.of("colour", new long[] {1, 2, 0, 1}));
    Map<String, Double> some = losses(Map.of("colour", new long[] {1, -1, -1, 1}));
    Map<String, Double> others = losses(Map.of("colour", new long[] {-1, 2, 0, -1}));

    assertThat(all).containsEntry("shape_loss", 0.0);
    assertThat((some.get("colour_loss") + others.get("colour_loss")) / 2)
        .isCloseTo(all.get("colour_loss"), within(1e-5));
    assertThat(losses(Map.of("colour", new long[] {-1, -1, -1, -1})))
        .containsEntry("colour_loss", 0.0);
  }

  @Test
  void innerTasksTakeTheirTargetsByTheNamesOfBoth() throws IOException {
    assertThat(losses(Map.of("shape.round", new long[] {0, 1, 1, 0})))
        .containsEntry("colour_loss", 0.0)
        .hasEntrySatisfying("shape_round_loss", loss -> assertThat(loss).isPositive());
  }

  private static Map<String, Double> losses(Map<String, long[]> labels) throws IOException {
    MultiTaskHead head = nested();
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        NetworkBench bench = new NetworkBench(plugins.engine(), head, 1)) {
      Map<String, Double> values = new LinkedHashMap<>();
      bench.train(
          (context, manager) -> {
            NDArray feature = manager.arange(32f).div(10).reshape(4, 8);
            head.loss(context, List.of(feature), batch(manager, feature, labels))
                .forEach((name, value) -> values.put(name, Output.of(value).sum()));
            return List.of();
          });
      return values;
    }
  }

  private static Batch batch(NDManager manager, NDArray images, Map<String, long[]> labels) {
    Map<String, NDArray> targets = new LinkedHashMap<>();
    labels.forEach((task, values) -> targets.put(task, manager.create(values)));
    return new Batch(List.of(images), null, targets, null);
  }

  @Test
  void otherTargetsAreRefused() {
    MultiTaskHead head = nested();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                head.loss(
                    Symbolic.context(head),
                    List.of(FEATURE),
                    new Batch(List.of(FEATURE), Symbolic.array("targets", 4))))
        .withMessageContaining("take a data set of tasks");
  }

  @Test
  void thereIsATaskAndEachTellsItsClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of()))
        .withMessageContaining("task_heads is empty");
    ClsHead unsized =
        new ClsHead(
            new ClsHead.Options(new Entropy(), new TrainingFigures(Optional.empty(), false)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of("colour", unsized)))
        .withMessageContaining("the head of the task 'colour' does not tell its classes");
  }

  private static final class Entropy extends Loss {
    @Override
    public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
      return context.ops().crossEntropy(logits, targets);
    }
  }
}
