/**
 * Networks as trees of modules, and the extension points made of them: algorithms, backbones,
 * necks, heads, losses, norms, activations.
 *
 * <p>A network calls on {@link ai.djl.ndarray.NDArray} only arithmetic, means, reshape, transpose,
 * get and concat; all else goes through {@link io.vertebra.api.model.Ops}, so that one network runs
 * in every precision and can be captured as a graph.
 */
@Version("1.0.0")
@Export
package io.vertebra.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
