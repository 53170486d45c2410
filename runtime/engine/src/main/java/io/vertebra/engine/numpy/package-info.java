/** Arrays that NumPy saved: .npy files, and .npz files of several. */
package io.vertebra.engine.numpy;
