package io.vertebra.engine.config;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.DefaultType;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.RemovedKey;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.train.Hook;
import io.vertebra.engine.model.Precision;
import java.util.List;
import java.util.Optional;

/**
 * A whole config. Parts come as factories, so that a test builds no training data.
 *
 * @param model the learner
 * @param dataPreprocessor what is done to a batch on the device
 * @param trainDataloader the training data
 * @param valDataloader the validation data
 * @param testDataloader the test data
 * @param valEvaluator the figures of a validation
 * @param testEvaluator the figures of a test
 * @param optimWrapper the optimizer and what stands around it
 * @param paramScheduler the courses of hyper-parameters
 * @param trainCfg how long to train, and when to validate
 * @param autoScaleLr how learning rates follow the size of batches
 * @param defaultHooks hooks that every run has unless they are set to null
 * @param customHooks further hooks
 * @param workDir the folder of the run's files
 * @param loadFrom the weights that training starts from
 * @param resume whether to go on with a run, from {@code load_from} or its last checkpoint
 * @param randomness the seed
 * @param compute the precision and the memory format
 * @param sinks where figures go beside the logs
 * @param accepted keys that MMPretrain's configs have and that mean nothing here
 */
@RemovedKey(
    key = "data",
    use = "train_dataloader, val_dataloader and test_dataloader, each with its dataset")
@RemovedKey(key = "optimizer", use = "optim_wrapper: {optimizer: {...}}")
@RemovedKey(key = "optimizer_config", use = "optim_wrapper: {clip_grad: {...}}")
@RemovedKey(key = "lr_config", use = "param_scheduler")
@RemovedKey(key = "momentum_config", use = "param_scheduler")
@RemovedKey(key = "runner", use = "train_cfg: {by_epoch: true, max_epochs: N}")
@RemovedKey(key = "total_epochs", use = "train_cfg: {max_epochs: N}")
@RemovedKey(
    key = "checkpoint_config",
    use = "default_hooks: {checkpoint: {type: CheckpointHook, ...}}")
@RemovedKey(key = "log_config", use = "default_hooks: {logger: {type: LoggerHook, ...}}")
@RemovedKey(
    key = "evaluation",
    use = "val_evaluator, train_cfg.val_interval, and save_best of the checkpoint hook")
@RemovedKey(key = "resume_from", use = "load_from with resume: true")
@RemovedKey(key = "workflow", use = "train_cfg.val_interval")
@RemovedKey(key = "dist_params", use = "nothing: there is one process")
@RemovedKey(key = "gpu_ids", use = "the option --device")
@RemovedKey(key = "seed", use = "randomness: {seed: N}")
@RemovedKey(key = "img_norm_cfg", use = "data_preprocessor: {mean: [...], std: [...]}")
@RemovedKey(key = "fp16", use = "precision: float16, or bfloat16")
@ConfigSection
public record ExperimentOptions(
    @Doc("the learner: a classifier with backbone, neck and head") Factory<Algorithm> model,
    @Doc("what is done to a batch on the device before the network sees it")
        @DefaultType("ClsDataPreprocessor")
        @Default("{}")
        Factory<DataPreprocessor> dataPreprocessor,
    @Doc("training data") Optional<LoaderOptions> trainDataloader,
    @Doc("validation data") Optional<LoaderOptions> valDataloader,
    @Doc("test data") Optional<LoaderOptions> testDataloader,
    @Doc("figures of a validation, one or a list") Optional<Metrics> valEvaluator,
    @Doc("figures of a test, one or a list") Optional<Metrics> testEvaluator,
    @Doc("the optimizer and what stands around it") Optional<OptimWrapperOptions> optimWrapper,
    @Doc("courses of hyper-parameters, one or a list") Optional<Schedules> paramScheduler,
    @Doc("how long to train, and when to validate") Optional<TrainOptions> trainCfg,
    @Doc("how learning rates follow the images of an update")
        Optional<AutoScaleRateOptions> autoScaleLr,
    @Doc("hooks that every run has unless they are set to null") @Default("{}")
        DefaultHooks defaultHooks,
    @Doc("further hooks") @Default("[]") List<Hook> customHooks,
    @Doc("folder of the run's files; work_dirs/NAME_OF_CONFIG where it is left out")
        Optional<String> workDir,
    @Doc("weights that training starts from: a path, or a mapping of checkpoint and strict")
        Optional<LoadFromOptions> loadFrom,
    @Doc(
            "go on with the run of load_from, or where that is left out with the last checkpoint of"
                + " the work directory")
        @Default("false")
        boolean resume,
    @Doc("the seed") @Default("{}") RandomnessOptions randomness,
    @Inline ComputeOptions compute,
    @Inline SinkOptions sinks,
    @Inline AcceptedOptions accepted) {
  /**
   * What networks compute in.
   *
   * @return the precision that is named at the top, or else that of the optimizer's wrapper
   */
  public Precision precision() {
    return compute
        .precision()
        .orElseGet(
            () -> optimWrapper.map(OptimWrapperOptions::precision).orElse(Precision.FLOAT32));
  }

  /**
   * How losses are scaled.
   *
   * @return what the optimizer's wrapper says, or PyTorch's defaults; empty where networks do not
   *     compute in float16
   */
  public Optional<LossScale> lossScale() {
    return precision() == Precision.FLOAT16
        ? optimWrapper
            .flatMap(wrapper -> wrapper.amp().lossScale())
            .or(() -> Optional.of(LossScale.DYNAMIC))
        : Optional.empty();
  }
}
