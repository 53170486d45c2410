package io.vertebra.plugins.heads;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * Options of MMPretrain's heads for several labels about which classes count as there. They are
 * taken, as its configs have them; here the evaluators say so.
 *
 * @param thr accepted, without effect
 * @param topk accepted, without effect
 */
public record PositiveOptions(
    @Doc("accepted, without effect: evaluators say from which score on a class counts as there")
        Optional<Double> thr,
    @Doc("accepted, without effect: evaluators say how many classes count as there") @Range(min = 1)
        Optional<Integer> topk) {}
