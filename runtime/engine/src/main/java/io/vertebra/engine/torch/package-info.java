/**
 * The native library: its start, functions written as TorchScript text, and lists of tensors that
 * stay in native memory.
 *
 * <p>A new function is a {@code def} in a {@code .py} file beside the class that offers it, taken
 * by {@link io.vertebra.engine.torch.TorchRuntime#module}. The text is the form that TorchScript
 * archives have: operators are called as {@code torch.name(...)}, not as methods of modules.
 *
 * <p>Nothing here knows networks or plugins. Arrays are DJL's; a caller names the {@link
 * ai.djl.ndarray.NDManager} that owns each result. The native library keeps the gradient mode for
 * each thread, see {@link io.vertebra.engine.torch.GradMode}.
 */
package io.vertebra.engine.torch;
