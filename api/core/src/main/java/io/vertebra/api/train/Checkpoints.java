package io.vertebra.api.train;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** The checkpoints in the work directory of a run. */
@ProviderType
public interface Checkpoints {
  /**
   * Takes all that a checkpoint holds as it is now, and writes it while training goes on. What was
   * there under this name stays until the new one is complete. The run waits at its end until all
   * is written.
   *
   * @param name its name without ending, for example {@code epoch_3}
   * @param position what a resumed run goes on from
   * @throws IOException if one that was saved before could not be written, which ends the run at
   *     its next iteration in any case; checkpoints written before that are untouched
   */
  void save(String name, Position position) throws IOException;

  /**
   * Deletes a checkpoint, after those that were saved before are complete. One that is not there is
   * no error.
   *
   * @param name its name without ending
   * @throws IOException if one that was saved before could not be written; nothing is deleted then
   */
  void delete(String name) throws IOException;

  /**
   * A position between two iterations.
   *
   * @param epoch finished epochs
   * @param iteration finished iterations
   */
  record Position(int epoch, long iteration) {}
}
