package io.vertebra.api.train;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** The checkpoints in the work directory of a run. */
@ProviderType
public interface Checkpoints {
  /**
   * Writes a checkpoint. What was there under this name stays until the new one is complete.
   *
   * @param name its name without ending, for example {@code epoch_3}
   * @param position what a resumed run goes on from
   * @throws IOException if it cannot be written; checkpoints written before are untouched
   */
  void save(String name, Position position) throws IOException;

  /**
   * Deletes a checkpoint. One that is not there is no error.
   *
   * @param name its name without ending
   * @throws IOException if it cannot be deleted
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
