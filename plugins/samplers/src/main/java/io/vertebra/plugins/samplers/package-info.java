/** Orders in which the samples of an epoch are drawn, with MMEngine's names. */
package io.vertebra.plugins.samplers;
