package io.vertebra.engine.data;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Sampler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads and augments samples on threads of its own, several at once and ahead of who takes the
 * batches. The samples of an epoch depend on the seed and the epoch alone, not on the threads.
 */
public final class DataLoader implements AutoCloseable {
  private static final int BATCHES_AHEAD = 3;

  private final Dataset dataset;
  private final Sampler sampler;
  private final LoaderSettings settings;
  private final LoaderThreads workers;
  private final Staging staging;
  private final BatchBuffers buffers = new BatchBuffers();
  private final UnreadableImages unreadable = new UnreadableImages();

  /**
   * Makes a loader whose batches stay on the host until they are used, and starts its threads.
   *
   * @param dataset the samples; stays with the caller, who closes it after the loader
   * @param sampler the order of the samples
   * @param settings sizes and seed
   */
  public DataLoader(Dataset dataset, Sampler sampler, LoaderSettings settings) {
    this(dataset, sampler, settings, Staging.NONE);
  }

  /**
   * Makes a loader and starts its threads.
   *
   * @param dataset the samples; stays with the caller, who closes it after the loader
   * @param sampler the order of the samples
   * @param settings sizes and seed
   * @param staging what is done to the batch that comes next; closed with the loader
   */
  public DataLoader(Dataset dataset, Sampler sampler, LoaderSettings settings, Staging staging) {
    this.dataset = requireNonNull(dataset, "dataset is null");
    this.sampler = requireNonNull(sampler, "sampler is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.staging = requireNonNull(staging, "staging is null");
    this.workers =
        new LoaderThreads(
            "vertebra-loader", settings.workers(), dataset.getClass().getClassLoader());
  }

  /**
   * The data set.
   *
   * @return the data set, owned by who made the loader
   */
  public Dataset dataset() {
    return dataset;
  }

  /**
   * How many batches an epoch has.
   *
   * @return the number
   */
  public int batches() {
    return batches(sampler.indices(0).length);
  }

  private int batches(int samples) {
    int whole = samples / settings.batchSize();
    boolean more = samples % settings.batchSize() != 0 && !settings.dropLast();
    return more ? whole + 1 : whole;
  }

  /**
   * Starts an epoch.
   *
   * @param epoch from 0
   * @return its batches, to be closed by the caller
   */
  public EpochBatches epoch(int epoch) {
    return epoch(epoch, 0);
  }

  /**
   * Starts in an epoch. The samples of the batches before are not read.
   *
   * @param epoch from 0
   * @param firstBatch the first batch that is read, from 0
   * @return the batches from there on, the same as those of the whole epoch, to be closed by the
   *     caller
   */
  public EpochBatches epoch(int epoch, int firstBatch) {
    int[] used = order(epoch);
    SampleReader reader = new SampleReader(dataset, settings.seed(), epoch);
    BatchTasks tasks = new BatchTasks(reader, workers.executor(), buffers, unreadable, settings);
    int first = Math.min(used.length, Math.multiplyExact(firstBatch, settings.batchSize()));
    return new EpochBatches(tasks, used, first, BATCHES_AHEAD, staging);
  }

  /** The indices of the samples of an epoch that are in batches. */
  private int[] order(int epoch) {
    int[] indices = sampler.indices(epoch);
    int inBatches = batches(indices.length) * settings.batchSize();
    return sampler.endless() && indices.length > 0
        ? row(epoch, inBatches)
        : Arrays.copyOf(indices, Math.min(indices.length, inBatches));
  }

  /** The part of an endless row that an epoch takes: as many whole batches as others before. */
  private int[] row(int epoch, int length) {
    int[] part = new int[length];
    long first = (long) epoch * length;
    int[] piece = {};
    long ofPiece = -1;
    int pieceLength = sampler.indices(0).length;
    for (int i = 0; i < length; i++) {
      long position = first + i;
      if (position / pieceLength != ofPiece) {
        ofPiece = position / pieceLength;
        piece = sampler.indices(Math.toIntExact(ofPiece));
      }
      part[i] = piece[(int) (position % pieceLength)];
    }
    return part;
  }

  /**
   * Reads one sample, as the batches of an epoch hold it.
   *
   * @param epoch from 0
   * @param position its place in the epoch, from 0
   * @return the sample, owned by the caller, or empty where the epoch is shorter
   * @throws IOException if its image cannot be read; the message names it
   */
  public Optional<Sample> sample(int epoch, int position) throws IOException {
    int[] indices = order(epoch);
    if (position >= indices.length) {
      return Optional.empty();
    }
    SampleReader reader = new SampleReader(dataset, settings.seed(), epoch);
    return Optional.of(reader.read(position, indices[position]));
  }

  /**
   * The images that were left out since the last call, where that was asked for.
   *
   * @return for each one sentence that names it and says why
   */
  public List<String> takeUnreadable() {
    return unreadable.take();
  }

  /** Stops the threads and waits for the samples in work. */
  @Override
  public void close() {
    try (staging) {
      workers.close();
    }
  }
}
