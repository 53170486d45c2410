package io.vertebra.api.data;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.RemovedKey;
import java.util.Optional;

/**
 * Options of MMEngine's data sets that every data set takes so that configs can stay as they are.
 *
 * @param testMode accepted: what to do about an image that cannot be read is said by the loader
 * @param lazyInit accepted: samples are always listed at once
 * @param serializeData accepted: workers share the memory of one process
 * @param maxRefetch accepted: no other image takes the place of one that cannot be read
 */
@RemovedKey(key = "metainfo", use = "classes: [...], where the data set has that option")
@RemovedKey(key = "filter_cfg", use = "indices, or a list of the images that are wanted")
@RemovedKey(key = "download", use = "the command `vertebra data fetch`")
public record DatasetSettings(
    @Doc("accepted, without effect; see unreadable of the loader") Optional<Boolean> testMode,
    @Doc("accepted, without effect") Optional<Boolean> lazyInit,
    @Doc("accepted, without effect") Optional<Boolean> serializeData,
    @Doc("accepted, without effect; see unreadable of the loader") Optional<Integer> maxRefetch) {}
