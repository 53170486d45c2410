package io.vertebra.api.train;

import io.vertebra.api.model.Algorithm;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A run as its hooks see it. */
@ProviderType
public interface Run {
  /**
   * What is trained or tested.
   *
   * @return the algorithm
   */
  Algorithm model();

  /**
   * The folder of the run's files.
   *
   * @return the folder, which exists
   */
  Path workDirectory();

  /**
   * Where training stands.
   *
   * @return the position
   */
  Progress progress();

  /**
   * The scalars of the present iteration, such as {@code loss}, {@code time}. A hook may add its
   * own.
   *
   * @return name to value, changed by hooks
   */
  Map<String, Double> scalars();

  /**
   * The present values of a hyper-parameter.
   *
   * @param name for example {@code lr}
   * @return the value in the first group
   */
  double hyperParameter(String name);

  /**
   * Takes the step of the schedules that count iterations, or of those that count epochs.
   *
   * @param byEpoch which of the two
   */
  void stepSchedules(boolean byEpoch);

  /**
   * Shows the figures of a validation to the schedules that follow one of them.
   *
   * @param metrics the figures, by their full names
   */
  void stepSchedules(Map<String, Double> metrics);

  /**
   * Tells all logs about the present iteration.
   *
   * @param scalars name to value, as they are to be shown
   */
  void log(Map<String, Double> scalars);

  /**
   * The checkpoints of this run.
   *
   * @return the store
   */
  Checkpoints checkpoints();

  /**
   * Ends training after the present iteration.
   *
   * @param reason why, for the log
   */
  void stop(String reason);
}
