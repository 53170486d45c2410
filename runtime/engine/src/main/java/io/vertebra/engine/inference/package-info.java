/** From a checkpoint to the classes of images. */
package io.vertebra.engine.inference;
