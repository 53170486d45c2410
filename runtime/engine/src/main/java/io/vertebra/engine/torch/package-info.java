/**
 * The native library: its start, functions written as TorchScript text, lists of tensors that stay
 * in native memory, and the first of those functions (gradients, fused SGD, cross entropy).
 *
 * <p>Nothing here knows networks or plugins. Arrays are DJL's; a caller names the {@link
 * ai.djl.ndarray.NDManager} that owns each result. The native library keeps the gradient mode for
 * each thread, see {@link io.vertebra.engine.torch.GradMode}.
 */
package io.vertebra.engine.torch;
