package io.vertebra.api.data;

/**
 * What a sampler is told by its loader, as a constructor parameter.
 *
 * @param dataset the data set that is drawn from
 * @param seed the seed of the run
 */
public record SamplerContext(Dataset dataset, long seed) {}
