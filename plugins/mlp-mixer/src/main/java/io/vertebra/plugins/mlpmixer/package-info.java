/** MLP-Mixer (Tolstikhin et al., An all-MLP Architecture for Vision, 2021). */
package io.vertebra.plugins.mlpmixer;
