package io.vertebra.api.train;

import io.vertebra.api.model.Algorithm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A run as its hooks see it. In a test the folder is that of the checkpoint, training stands where
 * the checkpoint was taken, and asking for hyper-parameters, schedules, logs, checkpoints, phases
 * or the end throws an {@link IllegalStateException}.
 */
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
   * The copy of the weights that checkpoints deploy, made of the present weights at the first call.
   * A hook asks for it in {@link Hook#beforeRun}, so that it is there when a checkpoint is read. A
   * test has it too.
   *
   * @param owner who averages, for the message where two would
   * @return the copy
   * @throws IllegalStateException if there is a copy with another owner
   */
  WeightCopy weightCopy(String owner);

  /**
   * What is trained by, to be changed between two epochs.
   *
   * @return the recipe
   */
  TrainingRecipe recipe();

  /**
   * Evaluates again, with the weights as they are, without calling hooks, and tells all logs. For
   * the stage after the pass of a validation or test, whose data and metrics it uses.
   *
   * @param suffix what is put after the names of the figures, for example {@code _origin}
   */
  void evaluateAgain(String suffix);

  /**
   * Estimates the running statistics of batch norms anew, as the mean over batches of the training
   * data, with the weights as they are. Norms that are kept in evaluation stay as they are.
   *
   * @param samples how many samples to use; at least one batch, at most all
   */
  void estimateBatchStatistics(int samples);

  /**
   * The names of the classes of the data: of the validation data during a validation, of the test
   * data in a test, else of the training data.
   *
   * @return the names, in the order of their indices
   */
  List<String> classes();

  /**
   * How many samples of each class the training data has, counted from its labels.
   *
   * @return a number for each class, in the order of their indices
   * @throws IllegalStateException if samples have no labels, or not one each
   */
  List<Integer> samplesPerClass();

  /**
   * How many classes the network gives scores of, found by scoring a batch.
   *
   * @return the number
   */
  int scoredClasses();

  /** Gives memory that the native library keeps on a GPU for later back to it. */
  void emptyCache();

  /**
   * Has the phases of training timed, from now to the end of the run.
   *
   * @param listener is told how long each took
   */
  void timePhases(PhaseListener listener);

  /**
   * Tells all logs something that a person should know.
   *
   * @param line one line
   */
  void note(String line);

  /**
   * Ends training after the present iteration.
   *
   * @param reason why, for the log
   */
  void stop(String reason);
}
