/** Rules that update parameters, with PyTorch's names, defaults and arithmetic. */
package io.vertebra.plugins.optimizers;
