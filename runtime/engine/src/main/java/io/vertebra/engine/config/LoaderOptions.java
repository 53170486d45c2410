package io.vertebra.engine.config;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sampler;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.RemovedKey;
import io.vertebra.api.plugin.Factory;
import io.vertebra.engine.data.LoaderSettings;
import java.util.Optional;

/**
 * A loader of batches.
 *
 * @param dataset the samples
 * @param batchSize samples of a batch
 * @param sampler the order of the samples
 * @param numWorkers threads that decode and augment
 * @param dropLast whether an incomplete last batch is left out
 * @param unreadable what to do about an image that cannot be read
 * @param persistentWorkers accepted: workers always persist
 * @param pinMemory accepted: memory is always ready for the device
 * @param collateFn accepted: there is one way to stack samples
 */
@RemovedKey(key = "samples_per_gpu", use = "batch_size")
@RemovedKey(key = "workers_per_gpu", use = "num_workers")
@RemovedKey(key = "shuffle", use = "sampler: {type: DefaultSampler, shuffle: true}")
public record LoaderOptions(
    @Doc("the samples") Factory<Dataset> dataset,
    @Doc("samples of a batch") @Default("1") @Range(min = 1) int batchSize,
    @Doc("the order of the samples") @Default("{type: DefaultSampler, shuffle: false}")
        Factory<Sampler> sampler,
    @Doc("threads that decode and augment; the number of cores where it is left out")
        @Range(min = 0)
        Optional<Integer> numWorkers,
    @Doc("leave out an incomplete last batch") @Default("false") boolean dropLast,
    @Doc("an image that cannot be read ends the run (fail), or is left out and reported (skip)")
        @Default("fail")
        LoaderSettings.Unreadable unreadable,
    @Doc("accepted, without effect: workers always persist") Optional<Boolean> persistentWorkers,
    @Doc("accepted, without effect") Optional<Boolean> pinMemory,
    @Doc("accepted, without effect") Optional<Object> collateFn) {}
