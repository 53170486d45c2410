package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.Interpolation;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import java.util.Optional;

/**
 * What all operations of a policy take that do not say otherwise.
 *
 * @param padVal what stands where nothing was
 * @param interpolation how moved pixels are computed
 */
public record Hyperparameters(
    @Doc("colour, blue first, of what comes from outside the image; one number for all channels")
        Optional<DoubleList> padVal,
    @Doc("how the pixels of moved images are computed") Optional<Interpolation> interpolation) {}
