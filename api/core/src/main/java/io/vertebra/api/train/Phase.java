package io.vertebra.api.train;

/** A part of the time of training. */
public enum Phase {
  /** Waiting for the batch. */
  DATA,
  /** From the batch to its losses, with its way to the device. */
  FORWARD,
  /** From the losses to the gradients. */
  BACKWARD,
  /** Clipping, update, and reading the losses. */
  UPDATE,
  /** The hooks before and after iterations, epochs and validations; they save checkpoints. */
  HOOKS,
  /** Scoring the validation data. */
  VALIDATION
}
