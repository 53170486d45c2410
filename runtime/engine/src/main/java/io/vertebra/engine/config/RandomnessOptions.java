package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;

/**
 * The source of chance.
 *
 * @param seed what every random generator of a run starts from
 * @param deterministic accepted: runs on a CPU always repeat
 * @param diffRankSeed accepted: there is one rank
 */
public record RandomnessOptions(
    @Doc("what every random generator of a run starts from") @Default("0") long seed,
    @Doc("accepted, without effect on a CPU, where runs always repeat") @Default("false")
        boolean deterministic,
    @Doc("accepted, without effect: there is one rank") @Default("false") boolean diffRankSeed) {}
