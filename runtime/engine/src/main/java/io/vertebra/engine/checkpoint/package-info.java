/** Checkpoints: one safetensors file with weights, optimizer, config, classes and position. */
package io.vertebra.engine.checkpoint;
