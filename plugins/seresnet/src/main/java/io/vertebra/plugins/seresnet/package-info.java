/**
 * Residual networks that weigh their channels (Hu et al., Squeeze-and-Excitation Networks, 2018).
 */
package io.vertebra.plugins.seresnet;
