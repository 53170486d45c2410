/** Batches for the device, read and augmented by threads ahead of the compute. */
package io.vertebra.engine.data;
