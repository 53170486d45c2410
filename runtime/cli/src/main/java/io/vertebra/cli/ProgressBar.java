package io.vertebra.cli;

import io.vertebra.api.train.Progress;
import io.vertebra.engine.log.LogLines;
import io.vertebra.engine.log.ProcessMemory;
import io.vertebra.engine.log.RemainingTime;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.RunStart;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Shows where training stands, on the last line of a terminal. */
final class ProgressBar implements RunListener {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int WIDTH = 20;
  private static final int USUAL_COLUMNS = 80;

  private final PrintWriter out;
  private final LongSupplier nanos;
  private final int columns;
  private final RemainingTime remaining;
  private Map<String, Double> logged = Map.of();
  private long epochStart;
  private long drawn;
  private int firstBatch = -1;
  private int batchSize;
  private boolean countsEpochs = true;

  /**
   * Makes a bar.
   *
   * @param out a terminal
   * @param columns how many characters a line of it has; figures that do not fit are left out
   * @param nanos a clock, in nanoseconds
   */
  ProgressBar(PrintWriter out, int columns, LongSupplier nanos) {
    this.out = out;
    this.columns = columns;
    this.nanos = nanos;
    this.remaining = new RemainingTime(nanos);
    this.drawn = nanos.getAsLong() - REDRAW_NANOS;
  }

  /** Makes a bar for the terminal of this process, about which the launcher told. */
  static ProgressBar ofProcess(PrintWriter out) {
    return new ProgressBar(
        out, Integer.getInteger("vertebra.columns", USUAL_COLUMNS), System::nanoTime);
  }

  @Override
  public void started(RunStart start) {
    batchSize = start.batchSize();
    countsEpochs = start.countsEpochs();
  }

  @Override
  public void begins(Progress progress) {
    remaining.begin(progress);
  }

  @Override
  public void logged(Progress progress, Map<String, Double> scalars) {
    logged = scalars;
  }

  @Override
  public void iteration(Progress progress, Map<String, Double> scalars) {
    long now = nanos.getAsLong();
    if (progress.batch() == 0 || firstBatch < 0) {
      // The first iteration of an epoch waits for its data, so the clock starts at its end.
      epochStart = now;
      firstBatch = progress.batch();
    }
    if (now - drawn >= REDRAW_NANOS || progress.lastOfEpoch()) {
      drawn = now;
      out.print(CLEAR_LINE + text(progress, scalars, now - epochStart));
      out.flush();
    }
  }

  private String text(Progress progress, Map<String, Double> scalars, long epochNanos) {
    StringBuilder text = new StringBuilder(place(progress));
    append(text, "  loss %.4f", scalars.get("loss"));
    text.append("  eta ").append(LogLines.duration(remaining.estimate(progress)));
    append(text, "  lr %.2e", logged.get("lr"));
    append(text, "  %.0f images/s", imagesPerSecond(progress, epochNanos));
    append(text, "  data %.0f%%", dataShare());
    append(text, "  grad %.3g", logged.get("grad_norm"));
    append(text, "  %.0f MB", logged.get(ProcessMemory.SCALAR));
    return text.toString();
  }

  private String place(Progress progress) {
    int done = progress.batch() + 1;
    int filled = (int) ((long) WIDTH * done / progress.epochLength());
    String bar = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] ";
    String epoch =
        countsEpochs ? "epoch %d/%d ".formatted(progress.epoch() + 1, progress.maxEpochs()) : "";
    return epoch + bar + done + "/" + progress.epochLength();
  }

  /** How much of the time of an iteration is spent waiting for its data, in percent. */
  private Double dataShare() {
    Double time = logged.get("time");
    Double dataTime = logged.get("data_time");
    return time == null || dataTime == null ? null : 100 * dataTime / time;
  }

  private Double imagesPerSecond(Progress progress, long epochNanos) {
    double images = (double) batchSize * (progress.batch() - firstBatch);
    return epochNanos == 0 ? null : images * 1e9 / epochNanos;
  }

  /** Appends a figure that is known, where the line has room for it. */
  private void append(StringBuilder text, String format, Double value) {
    if (value != null) {
      String figure = String.format(Locale.ROOT, format, value);
      if (text.length() + figure.length() < columns) {
        text.append(figure);
      }
    }
  }

  /** Takes the bar away, so that a line can be printed. */
  void clear() {
    out.print(CLEAR_LINE);
  }
}
