package io.vertebra.api.train;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.io.IOException;
import java.util.Map;

/**
 * A receiver of the figures of training, beside the logs that every run has; a config names it
 * among the {@code vis_backends} of its {@code visualizer}, as in MMEngine.
 *
 * <p>All is called by the thread of the run. A sink whose {@link #write} fails gets nothing more,
 * and training goes on without it.
 */
@ExtensionPoint(Kind.LOG_SINK)
public interface LogSink {
  /**
   * Opens the sink, before anything is written. Called once.
   *
   * @param start what is trained, and from where on
   * @throws IOException if nothing can be written, which ends the run
   */
  void open(LogStart start) throws IOException;

  /**
   * Takes figures. What is taken can be seen from outside when this returns.
   *
   * @param step their place: finished iterations for figures of training; for those of a validation
   *     finished epochs, or iterations where epochs are not counted
   * @param figures name to value, such as {@code loss} or {@code accuracy/top1}; may be infinite or
   *     NaN
   * @throws IOException if they cannot be written
   */
  void write(long step, Map<String, Double> figures) throws IOException;

  /**
   * Ends. Called once for a sink that was opened.
   *
   * @param outcome how the run ended
   * @throws IOException if what is left cannot be written
   */
  void close(Outcome outcome) throws IOException;

  /** How a run ended. */
  enum Outcome {
    /** At its last iteration, or where a hook ended it. */
    FINISHED,
    /** By an error, or from outside. */
    FAILED
  }
}
