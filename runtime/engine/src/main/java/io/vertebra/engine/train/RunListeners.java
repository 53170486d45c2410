package io.vertebra.engine.train;

import io.vertebra.api.train.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Several listeners as one.
 *
 * @param listeners the listeners, in the order in which they are told
 */
record RunListeners(List<RunListener> listeners) implements RunListener {
  @Override
  public void started(RunStart start) {
    listeners.forEach(listener -> listener.started(start));
  }

  @Override
  public void begins(Progress progress) {
    listeners.forEach(listener -> listener.begins(progress));
  }

  @Override
  public void noted(String line) {
    listeners.forEach(listener -> listener.noted(line));
  }

  @Override
  public void iteration(Progress progress, Map<String, Double> scalars) {
    listeners.forEach(listener -> listener.iteration(progress, scalars));
  }

  @Override
  public void logged(Progress progress, Map<String, Double> scalars) {
    listeners.forEach(listener -> listener.logged(progress, scalars));
  }

  @Override
  public void evaluated(Progress progress, Map<String, Double> metrics) {
    listeners.forEach(listener -> listener.evaluated(progress, metrics));
  }

  @Override
  public void saved(Path file) {
    listeners.forEach(listener -> listener.saved(file));
  }

  @Override
  public void skipped(List<String> reasons) {
    listeners.forEach(listener -> listener.skipped(reasons));
  }

  @Override
  public void stopped(String reason) {
    listeners.forEach(listener -> listener.stopped(reason));
  }
}
