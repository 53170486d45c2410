package io.vertebra.plugins.visualizers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An event file of TensorBoard: messages {@code Event} of tensorflow/core/util/event.proto, as
 * records. Files of a folder are one run, and are read in the order of their names.
 */
final class EventFile implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("events\\.out\\.tfevents\\.(\\d+)\\..*");
  private static final double MILLIS_PER_SECOND = 1e3;

  private static final int WALL_TIME = 1;

  /** The field of an event with its step. */
  static final int STEP = 2;

  private static final int FILE_VERSION = 3;

  /** The field of an event with its values. */
  static final int SUMMARY = 5;

  private static final int SESSION_LOG = 7;
  private static final int SUMMARY_VALUE = 1;

  /** The field of a value with its name. */
  static final int VALUE_TAG = 1;

  private static final int VALUE_SIMPLE = 2;
  private static final int SESSION_STATUS = 1;
  private static final int STATUS_START = 1;

  private final RecordFile records;
  private final LongSupplier millis;

  private EventFile(RecordFile records, LongSupplier millis) {
    this.records = records;
    this.millis = millis;
  }

  /**
   * Starts the next file of a folder.
   *
   * @param folder the folder, made if it is not there
   * @param firstStep the first step that will be written; what earlier files have from there on is
   *     no longer shown
   * @param millis a clock, in milliseconds since 1970
   */
  static EventFile next(Path folder, long firstStep, LongSupplier millis) throws IOException {
    Files.createDirectories(folder);
    long seconds =
        Math.max((long) (millis.getAsLong() / MILLIS_PER_SECOND), lastSeconds(folder) + 1);
    String name = "events.out.tfevents.%010d.%d".formatted(seconds, ProcessHandle.current().pid());
    EventFile file = new EventFile(new RecordFile(folder.resolve(name)), millis);
    file.write(file.event().text(FILE_VERSION, "brain.Event:2"));
    ProtoMessage start = new ProtoMessage().number(SESSION_STATUS, STATUS_START);
    file.write(file.event().number(STEP, firstStep).message(SESSION_LOG, start));
    return file;
  }

  /** The event files of a folder, which need not be there, in their order. */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name(file).matches()).sorted().toList();
    }
  }

  private static Matcher name(Path file) {
    return NAME.matcher(file.getFileName().toString());
  }

  /** The time in the name of the last file of a folder. */
  private static long lastSeconds(Path folder) throws IOException {
    return in(folder).stream()
        .map(EventFile::name)
        .filter(Matcher::matches)
        .mapToLong(name -> Long.parseLong(name.group(1)))
        .max()
        .orElse(0);
  }

  /** Writes scalars of a step, by their tags. */
  void write(long step, Map<String, Double> scalars) throws IOException {
    ProtoMessage summary = new ProtoMessage();
    scalars.forEach(
        (tag, value) ->
            summary.message(
                SUMMARY_VALUE,
                new ProtoMessage()
                    .text(VALUE_TAG, tag)
                    .floatNumber(VALUE_SIMPLE, value.floatValue())));
    write(event().number(STEP, step).message(SUMMARY, summary));
  }

  private ProtoMessage event() {
    return new ProtoMessage().doubleNumber(WALL_TIME, millis.getAsLong() / MILLIS_PER_SECOND);
  }

  private void write(ProtoMessage event) throws IOException {
    records.write(event.toBytes());
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
