package io.vertebra.plugins.visualizers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The event files of earlier starts of a run that goes on. The record that begins a file lets
 * TensorBoard forget what is at later iterations; figures of validations that count epochs are at
 * far lower steps, so that they have to be taken out.
 */
final class EarlierEvents {
  private final List<Path> files;
  private final long firstStep;
  private final Set<String> droppedTags = new HashSet<>();

  /**
   * Looks back.
   *
   * @param files the files
   * @param firstStep the first iteration that is still to come
   */
  EarlierEvents(List<Path> files, long firstStep) {
    this.files = List.copyOf(files);
    this.firstStep = firstStep;
  }

  /**
   * Lets figures take the place of earlier ones: takes out what has one of their tags from their
   * step on.
   */
  void replace(long step, Collection<String> tags) throws IOException {
    if (step < firstStep && droppedTags.addAll(tags)) {
      for (Path file : files) {
        drop(file, step, tags);
      }
    }
  }

  private static void drop(Path file, long step, Collection<String> tags) throws IOException {
    List<byte[]> records = RecordFile.read(file);
    Path rest = file.resolveSibling("." + file.getFileName() + ".rest");
    Files.deleteIfExists(rest);
    try (RecordFile out = new RecordFile(rest)) {
      for (byte[] event : records) {
        if (!isAt(step, tags, event)) {
          out.write(event);
        }
      }
    }
    Files.move(rest, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether an event has one of the tags, at a step or later. */
  private static boolean isAt(long step, Collection<String> tags, byte[] event) throws IOException {
    boolean late = false;
    boolean tagged = false;
    ProtoReader fields = new ProtoReader(ByteBuffer.wrap(event));
    while (fields.hasNext()) {
      ProtoReader.Field field = fields.next();
      late |= field.number() == EventFile.STEP && field.value() >= step;
      tagged |= field.number() == EventFile.SUMMARY && hasTag(tags, field.bytes());
    }
    return late && tagged;
  }

  private static boolean hasTag(Collection<String> tags, ByteBuffer summary) throws IOException {
    ProtoReader values = new ProtoReader(summary);
    while (values.hasNext()) {
      ProtoReader value = new ProtoReader(values.next().bytes());
      while (value.hasNext()) {
        ProtoReader.Field field = value.next();
        if (field.number() == EventFile.VALUE_TAG && tags.contains(field.text())) {
          return true;
        }
      }
    }
    return false;
  }
}
