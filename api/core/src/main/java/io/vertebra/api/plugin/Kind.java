package io.vertebra.api.plugin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of parts that a config can name by type. One kind, one extension point: the type that a
 * part of this kind extends is marked with {@link ExtensionPoint}.
 */
public enum Kind {
  /** A whole learner: classifier, self-supervised method. */
  ALGORITHM,
  /** A network that turns images into feature maps. */
  BACKBONE,
  /** A network between backbone and head. */
  NECK,
  /** A network from features to logits, with its loss. */
  HEAD,
  /** A training objective. */
  LOSS,
  /** A normalisation layer. */
  NORM,
  /** A non-linearity. */
  ACTIVATION,
  /** What is done to a batch on the device before the network sees it. */
  DATA_PREPROCESSOR,
  /** An indexed collection of labelled images. */
  DATASET,
  /** The order in which samples are drawn. */
  SAMPLER,
  /** A step of the pipeline from a file to a sample. */
  TRANSFORM,
  /** A mix of the samples of one batch. */
  BATCH_AUGMENT,
  /** A rule that updates parameters from gradients. */
  OPTIMIZER,
  /** The course of a hyper-parameter over a run. */
  SCHEDULE,
  /** An action at a stage of a run. */
  HOOK,
  /** A figure of merit over a data set. */
  METRIC,
  /** A distribution of first parameter values. */
  INITIALIZER,
  /** A receiver of scalars. */
  LOG_SINK;

  /**
   * The name of this kind in messages, bundle capabilities and files.
   *
   * @return the name in snake_case, for example {@code data_preprocessor}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds a kind by its label.
   *
   * @param label a name as {@link #label()} gives it
   * @return the kind, or empty where there is none of this name
   */
  public static Optional<Kind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
