package io.vertebra.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.registry.bind.Report;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExperimentCheckTest {
  /** What a run needs; the lines of a test come after its 12 lines. */
  private static final String RUN =
      """
      data_preprocessor: {type: ToyPreprocessor}
      train_dataloader:
        dataset: {type: ToyData, classes: 3}
        sampler: {type: ToySampler}
      val_dataloader:
        dataset: {type: ToyData}
        sampler: {type: ToySampler}
      val_evaluator: {type: ToyMetric, names: [top1, top5]}
      train_cfg: {max_epochs: 10}
      default_hooks:
        {timer: null, logger: null, param_scheduler: null, checkpoint: null}
      model: {type: ToyNetwork}
      """;

  @Test
  void aConfigWhosePartsFitIsWithoutFindings() throws IOException {
    Report report =
        check(
            """
            param_scheduler:
              - {type: ToySchedule, end: 5}
              - {type: ToySchedule, by_epoch: false, begin: 100, end: 900}
              - {type: ToyPlateau, begin: 5, monitor: toy/top5}
            custom_hooks: [{type: ToyHook, figure: toy/top1}]
            """);

    assertThat(report.problems()).isEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void whatDoesNotFitInTheNetworkIsReportedAtItsKey() throws IOException {
    assertThat(problems("", "model.head.in_channels=16"))
        .containsExactly(
            "--cfg-options model.head.in_channels=16: `model.head.in_channels` is not what is given"
                + "\n  hint: set it right");
    assertThat(problems("", "model.channels=16"))
        .singleElement()
        .asString()
        .contains("test.yaml:12:8: `model.head.in_channels` is not what is given");
  }

  @Test
  void classesOfTheNetworkAreThoseOfTheDataAsFarAsItsOptionsTell() throws IOException {
    assertThat(problems("", "model.head.num_classes=10"))
        .singleElement()
        .asString()
        .contains("`model.head.num_classes` is 10, but the data of train_dataloader has 3 classes")
        .contains("hint: set it to 3");
    assertThat(problems("", "val_dataloader.dataset.classes=2"))
        .singleElement()
        .asString()
        .contains("is 3, but the data of val_dataloader has 2 classes");
    assertThat(problems("", "train_dataloader.dataset.classes=None")).isEmpty();
  }

  @Test
  void dataSetsWithinDataSetsTellTheClassesToo() throws IOException {
    assertThat(
            problems(
                "",
                "val_dataloader.dataset.type=ToyUnion",
                "val_dataloader.dataset.parts=[{type: ToyData}, {type: ToyData, classes: 4}]"))
        .singleElement()
        .asString()
        .contains("is 3, but the data of val_dataloader has 4 classes");
  }

  @Test
  void whatIsToBeFrozenMustBeThere() throws IOException {
    assertThat(problems("", "train_cfg.frozen=[backbone]"))
        .singleElement()
        .asString()
        .contains("`train_cfg.frozen` names `backbone`, but no parameter of the network");
    assertThat(problems("", "train_cfg.frozen=[{params: backbone, begin: 2, end: 1}]"))
        .singleElement()
        .asString()
        .contains("end is 1, but begin is 2");
  }

  @Test
  void aScheduleThatWouldOutlastTrainingIsWarnedOf() throws IOException {
    Report report =
        check(
            """
            param_scheduler:
              - {type: ToySchedule, end: 20}
              - {type: ToySchedule, begin: 10, end: 20}
            """);

    assertThat(report.problems()).isEmpty();
    assertThat(report.warnings())
        .extracting(ConfigProblem::toString)
        .satisfiesExactly(
            end ->
                assertThat(end)
                    .contains("test.yaml:14:30: `param_scheduler.0.end` is 20, but training ends")
                    .contains("after 10 epochs"),
            begin ->
                assertThat(begin)
                    .contains("test.yaml:15:32: `param_scheduler.1.begin` is 10")
                    .contains("never acts"));
  }

  @Test
  void aScheduleWithoutAnEndThatBeginsAfterTrainingIsRefused() throws IOException {
    assertThat(problems("param_scheduler: {type: ToySchedule, begin: 10}"))
        .singleElement()
        .asString()
        .contains("`param_scheduler.begin` is 10, but training ends after 10 epochs");
    assertThat(
            problems(
                "param_scheduler: {type: ToySchedule, by_epoch: false, begin: 10}",
                "train_cfg={by_epoch: false, max_iters: 10, max_epochs: null}"))
        .singleElement()
        .asString()
        .contains("but training ends after 10 iterations");
  }

  @Test
  void monitorsOfFiguresThatNobodyComputesAreRefusedWithNearNames() throws IOException {
    assertThat(problems("custom_hooks: [{type: ToyHook, figure: toy/top2}]"))
        .singleElement()
        .asString()
        .contains("`custom_hooks.0.figure` waits for `toy/top2`")
        .contains("did you mean `toy/top1` or `toy/top5`?");
    assertThat(problems("param_scheduler: [{type: ToyPlateau}]"))
        .singleElement()
        .asString()
        .contains("test.yaml:13:19: `param_scheduler.0` waits for `loss`")
        .contains("hint: val_evaluator gives toy/top1, toy/top5");
  }

  @Test
  void monitorsNeedAValidation() throws IOException {
    assertThat(problems("custom_hooks: [{type: ToyHook, figure: toy/top1}]", "val_dataloader=None"))
        .singleElement()
        .asString()
        .contains("hint: validation needs val_dataloader and val_evaluator");
  }

  @Test
  void aMetricThatDoesNotTellItsFiguresMayHaveAny() throws IOException {
    assertThat(
            problems(
                "custom_hooks: [{type: ToyHook, figure: toy/other}]", "val_evaluator.names=None"))
        .isEmpty();
  }

  @Test
  void mistakesOfAllKindsComeInOneReport() throws IOException {
    assertThat(
            problems(
                """
                param_scheduler: {type: ToySchedule, begin: 4, end: 2}
                custom_hooks: [{type: ToyHook, figure: toy/top2}, {type: TuyHook}]
                optim_wraper: {}
                """,
                "model.head.in_channels=16",
                "train_cfg.type=IterBasedTrainLoop"))
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains("unknown option `optim_wraper`"),
            text -> assertThat(text).contains("there is no hook named `TuyHook`"),
            text -> assertThat(text).contains("end (2) must be greater than begin (4)"),
            text -> assertThat(text).contains("a loop of iterations needs max_iters"),
            text -> assertThat(text).contains("`model.head.in_channels`"),
            text -> assertThat(text).contains("waits for `toy/top2`"));
    assertThat(problems("", "model.head.num_classes=13", "train_dataloader.batch_size=0"))
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains("num_classes must not be 13"),
            text -> assertThat(text).contains("`train_dataloader.batch_size` must be at least 1"));
  }

  @Test
  void anOverrideMakesANewKeyWhereTheSchemaHasIt() throws IOException {
    assertThat(
            problems("", "model.head.num_classes=3", "train_cfg.val_interval=2", "work_dir=here"))
        .isEmpty();
    assertThat(problems("", "custom_hooks=[{type: ToyHook}]", "custom_hooks.0.figure=toy/top1"))
        .isEmpty();
  }

  @Test
  void anOverrideMakesNoOtherKeyOfAKnownType() throws IOException {
    assertThat(problems("", "model.haed.num_classes=3", "wrok_dir=x", "train_cfg.val_begn=2"))
        .satisfiesExactlyInAnyOrder(
            text ->
                assertThat(text)
                    .contains("--cfg-options model.haed.num_classes=3: unknown option `model.haed`")
                    .contains("did you mean `head`?"),
            text -> assertThat(text).contains("`wrok_dir`").contains("did you mean `work_dir`?"),
            text -> assertThat(text).contains("did you mean `val_begin`"));
  }

  @Test
  void anOverrideMayMakeAnyKeyOfATypeThatNobodyKnows() throws IOException {
    assertThat(problems("", "model.type=Other", "model.any.key=3"))
        .singleElement()
        .asString()
        .contains("there is no algorithm named `Other`");
  }

  @Test
  void formerNamesWorkAndAreWarnedOfOnceWhateverElseIsWrong() throws IOException {
    Report report =
        check(
            """
            custom_hooks:
              - &old {type: OldHook, metric: toy/top1}
              - *old
            """,
            "wrok_dir=x");

    assertThat(report.problems()).hasSize(1);
    assertThat(report.warnings())
        .extracting(ConfigProblem::toString)
        .satisfiesExactly(
            type -> assertThat(type).contains("test.yaml:14:17: `OldHook` is called `ToyHook` now"),
            key -> assertThat(key).contains("test.yaml:14:26: `metric` is called `figure` now"));
  }

  @Test
  void keysOfMmpretrainWithoutEffectAreWarnedOfOnce() throws IOException {
    assertThat(check("env_cfg: {}\nlauncher: none").warnings())
        .singleElement()
        .asString()
        .contains("test.yaml:13:1: without effect here: env_cfg, launcher");
  }

  @Test
  void whatMmengineWritesIntoEveryConfigThatItDumpsIsTaken() throws IOException {
    Report report =
        check(
            """
            bgr_mean: [103.53, 116.28, 123.675]
            bgr_std: [57.375, 57.12, 58.395]
            dataset_type: ImageNet
            default_scope: mmpretrain
            load_from: null
            randomness: {deterministic: false, seed: null}
            resume: false
            train_pipeline: !!python/tuple
            - {type: PackInputs}
            """);

    assertThat(report.problems()).isEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  private static List<String> problems(String lines, String... overrides) throws IOException {
    return check(lines, overrides).problems().stream().map(ConfigProblem::toString).toList();
  }

  private static Report check(String lines, String... overrides) throws IOException {
    return ExperimentCheck.of(
            ToyCatalog.read(),
            new ConfigLoader().loadText(Path.of("test.yaml"), RUN + lines, List.of(overrides)))
        .report();
  }
}
