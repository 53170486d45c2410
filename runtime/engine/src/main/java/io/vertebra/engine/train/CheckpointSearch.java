package io.vertebra.engine.train;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the checkpoint of a work directory that a run goes on from: the last one that was written,
 * or where that is damaged the newest whole one.
 */
final class CheckpointSearch {
  private final Path folder;
  private final RunListener listener;

  /**
   * Makes a search.
   *
   * @param folder the work directory
   * @param listener is told of damaged files
   */
  CheckpointSearch(Path folder, RunListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Opens the checkpoint.
   *
   * @return the checkpoint, to be closed by the caller; empty where there is none
   * @throws CheckpointException if there are checkpoints, but none is whole
   * @throws IOException if the folder cannot be read
   */
  Optional<Checkpoint> newest() throws IOException {
    Collection<Path> candidates = candidates();
    List<String> reasons = new ArrayList<>();
    for (Path candidate : candidates) {
      try {
        return Optional.of(Checkpoint.open(candidate));
      } catch (CheckpointException e) {
        reasons.add(e.getMessage());
        listener.noted(e.getMessage());
      }
    }
    if (!reasons.isEmpty()) {
      throw new CheckpointException(
          "no checkpoint in %s is whole:\n  %s".formatted(folder, String.join("\n  ", reasons)));
    }
    return Optional.empty();
  }

  private Collection<Path> candidates() throws IOException {
    LinkedHashSet<Path> candidates = new LinkedHashSet<>();
    LastCheckpoint.in(folder).ifPresent(candidates::add);
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().endsWith(Checkpoint.ENDING))
          .sorted(Comparator.comparing(CheckpointSearch::modified).reversed())
          .forEach(candidates::add);
    }
    return candidates;
  }

  private static long modified(Path file) {
    return file.toFile().lastModified();
  }
}
