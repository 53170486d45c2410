package io.vertebra.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.checkpoint.LoadPolicy;
import io.vertebra.engine.model.Precision;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExperimentOptionsTest {
  private static final String CONFIG =
      """
      data_preprocessor: {type: ToyPreprocessor}
      default_hooks:
        {timer: null, logger: null, param_scheduler: null, checkpoint: null}
      model: {type: ToyNetwork}
      train_cfg: {max_epochs: 10}
      optim_wrapper: {type: AmpOptimWrapper, optimizer: {type: ToyOptimizer}}
      """;

  @Test
  void whatIsDoneAboutLossesThatAreNotFiniteIsAWord() throws IOException {
    assertThat(training().nanPolicy()).isEqualTo(NanPolicy.OFF);
    assertThat(training("train_cfg.nan_policy=off").nanPolicy()).isEqualTo(NanPolicy.OFF);
    assertThat(training("train_cfg.nan_policy=skip").nanPolicy()).isEqualTo(NanPolicy.SKIP);
    assertThat(training("train_cfg.nan_policy=stop").nanPolicy()).isEqualTo(NanPolicy.STOP);
  }

  @Test
  void aLossScaleIsAWordANumberOrTheArgumentsOfAScaler() throws IOException {
    String half = "precision=float16";
    String scale = "optim_wrapper.loss_scale=";

    assertThat(options().lossScale()).isEmpty();
    assertThat(options(half).lossScale()).contains(LossScale.DYNAMIC);
    assertThat(options(half, scale + "dynamic").lossScale()).contains(LossScale.DYNAMIC);
    assertThat(options(half, scale + "512").lossScale()).contains(LossScale.ofNumber(512));
    assertThat(options(half, scale + "{init_scale: 8, growth_interval: 5}").lossScale())
        .contains(new LossScale(8, 2, 0.5, 5));
    assertThat(options("optim_wrapper.dtype=float16").precision()).isEqualTo(Precision.FLOAT16);
    assertThat(options("optim_wrapper.dtype=bfloat16", scale + "dynamic").lossScale()).isEmpty();
  }

  @Test
  void weightsToStartFromAreAFileThatHasToFitUnlessToldOtherwise() throws IOException {
    assertThat(options().loadFrom()).isEmpty();
    assertThat(options("load_from=a.pth").loadFrom())
        .contains(new LoadFromOptions("a.pth", /* strict= */ true));
    LoadFromOptions lenient =
        options("load_from={checkpoint: a.pth, strict: false}").loadFrom().orElseThrow();
    assertThat(lenient.file()).isEqualTo(Path.of("a.pth"));
    assertThat(lenient.policy()).isEqualTo(LoadPolicy.WHATEVER_FITS);
  }

  @Test
  void theNormOfGradientsMayBeTheLargestMagnitude() throws IOException {
    assertThat(norm("2")).isEqualTo(2);
    assertThat(norm("inf")).isInfinite();
    assertThat(norm(".inf")).isInfinite();
  }

  private static double norm(String text) throws IOException {
    return options("optim_wrapper.clip_grad={max_norm: 1, norm_type: " + text + "}")
        .optimWrapper()
        .orElseThrow()
        .clipGrad()
        .orElseThrow()
        .normType()
        .value();
  }

  private static TrainOptions training(String... changes) throws IOException {
    return options(changes).trainCfg().orElseThrow();
  }

  private static ExperimentOptions options(String... changes) throws IOException {
    CheckedConfig checked =
        ExperimentCheck.of(
            ToyCatalog.read(),
            new ConfigLoader().loadText(Path.of("test.yaml"), CONFIG, List.of(changes)));
    assertThat(checked.report().problems()).isEmpty();
    try (PartBuilder builder = new PartBuilder()) {
      builder.pin(checked.bound());
      return (ExperimentOptions) builder.build(checked.bound(), ExperimentOptions.class);
    }
  }
}
