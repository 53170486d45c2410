package io.vertebra.cli;

import io.vertebra.engine.config.RunLength;
import io.vertebra.engine.optim.SchedulePreview;
import io.vertebra.imaging.LinePlot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What schedules do, as a table of all iterations and as a picture. */
final class ScheduleFiles {
  /** More points than a curve has pixels. */
  private static final int POINTS = 2_000;

  private ScheduleFiles() {}

  /** Writes a line for each iteration, epochs and iterations counted from 1, values unrounded. */
  static void writeCsv(SchedulePreview preview, Writer writer) throws IOException {
    writer.write("epoch,iteration," + String.join(",", preview.names()) + "\n");
    preview.run((epoch, iteration, values) -> writeLine(writer, epoch, iteration, values));
  }

  private static void writeLine(Writer writer, int epoch, int iteration, List<Double> values) {
    String numbers = values.stream().map(String::valueOf).collect(Collectors.joining(","));
    try {
      writer.write((epoch + 1) + "," + (iteration + 1) + "," + numbers + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Draws a curve for each hyper-parameter over the epochs. */
  static BufferedImage plot(SchedulePreview preview) {
    RunLength length = preview.length();
    int stride = Math.max(1, length.iterations() / POINTS);
    List<Double> epochs = new ArrayList<>();
    List<List<Double>> points = new ArrayList<>();
    preview.run(
        (epoch, iteration, values) -> {
          if (iteration % stride == 0 || iteration == length.iterations() - 1) {
            epochs.add((double) iteration / length.epochLength());
            points.add(values);
          }
        });
    List<LinePlot.Curve> curves = new ArrayList<>();
    for (int i = 0; i < preview.names().size(); i++) {
      int column = i;
      List<Double> values = points.stream().map(point -> point.get(column)).toList();
      curves.add(new LinePlot.Curve(preview.names().get(i), epochs, values));
    }
    return new LinePlot("epoch").paint(curves);
  }
}
