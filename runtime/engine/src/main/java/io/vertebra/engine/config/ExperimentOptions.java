package io.vertebra.engine.config;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.DefaultType;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.train.Hook;
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
 * @param defaultHooks hooks that every run has unless they are set to null
 * @param customHooks further hooks
 * @param workDir the folder of the run's files
 * @param loadFrom a checkpoint whose weights training starts from
 * @param randomness the seed
 * @param accepted keys that MMPretrain's configs have and that mean nothing here
 */
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
    @Doc("hooks that every run has unless they are set to null") @Default("{}")
        DefaultHooks defaultHooks,
    @Doc("further hooks") @Default("[]") List<Hook> customHooks,
    @Doc("folder of the run's files; work_dirs/NAME_OF_CONFIG where it is left out")
        Optional<String> workDir,
    @Doc("checkpoint whose weights training starts from") Optional<String> loadFrom,
    @Doc("the seed") @Default("{}") RandomnessOptions randomness,
    @Inline AcceptedOptions accepted) {}
