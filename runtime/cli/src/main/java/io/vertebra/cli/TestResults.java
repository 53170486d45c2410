package io.vertebra.cli;

import io.vertebra.api.metric.Table;
import io.vertebra.cli.result.Results;
import io.vertebra.engine.train.ImageResult;
import io.vertebra.engine.train.TestListener;
import java.util.Map;

/** Collects what a test found. For one thread. */
final class TestResults implements TestListener {
  private final boolean keep;
  private final Results results = new Results();
  private Map<String, Table> tables = Map.of();
  private int size;

  /**
   * Collects nothing yet.
   *
   * @param keep whether results are kept, rather than only counted
   */
  TestResults(boolean keep) {
    this.keep = keep;
  }

  @Override
  public void image(ImageResult result) {
    size++;
    if (keep) {
      results.add(result);
    }
  }

  @Override
  public void tables(Map<String, Table> found) {
    tables = Map.copyOf(found);
  }

  int size() {
    return size;
  }

  Map<String, Table> tables() {
    return tables;
  }

  Results results() {
    return results;
  }
}
