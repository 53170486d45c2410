package io.vertebra.engine.train;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.train.Schedule;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.model.Freezing;
import io.vertebra.engine.model.Precision;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.List;
import java.util.Optional;

/**
 * All that a training run works with; stays with who made it.
 *
 * @param runtime the native library
 * @param learner what is trained
 * @param optimizer how it is trained
 * @param schedules the courses of hyper-parameters, in the order of the config
 * @param hooks what acts at the stages
 * @param training the training data
 * @param validation the validation data and its figures
 * @param options how long to train
 * @param freezing which parameters are frozen when
 * @param configText the resolved config, as YAML
 * @param precision what the heavy operations compute in
 * @param seed the seed of the run
 */
record TrainingSession(
    TorchRuntime runtime,
    Learner learner,
    OptimizerRunner optimizer,
    List<Schedule> schedules,
    HookList hooks,
    DataLoader training,
    Optional<Validation> validation,
    TrainOptions options,
    Freezing freezing,
    String configText,
    Precision precision,
    long seed) {
  /** Validation data and its figures. */
  record Validation(DataLoader loader, List<Metric> metrics) {}

  List<String> classes() {
    return training.dataset().classes();
  }

  int epochLength() {
    return training.batches();
  }
}
