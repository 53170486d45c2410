package io.vertebra.engine.checkpoint;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.PretrainedWeights;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.file.Path;

/** Weights that a network, or a part of one, starts from. Vertebra need not have written them. */
public final class PretrainedFile {
  private final WeightLoader loader;

  /**
   * Makes a loader.
   *
   * @param loader carries it out
   */
  public PretrainedFile(WeightLoader loader) {
    this.loader = requireNonNull(loader, "loader is null");
  }

  /**
   * Overwrites the arrays of a network.
   *
   * @param weights the file, what its names start with, and whether all of it has to fit
   * @param target the network
   * @return what became of every array; a head for other classes keeps its first values
   * @throws CheckpointException if the file is missing, damaged, has nothing of the network, or
   *     does not fit it
   * @throws IOException if the file cannot be read
   */
  public LoadReport load(PretrainedWeights weights, WeightTarget target) throws IOException {
    LoadPolicy policy = weights.strict() ? LoadPolicy.OTHER_CLASSES : LoadPolicy.WHATEVER_FITS;
    try (TensorSource file = WeightFiles.open(fileOf(weights))) {
      WeightLoader.Source source =
          new WeightLoader.Source(weights.checkpoint(), file, dotted(weights.prefix()));
      return loader.load(source, target, policy);
    } catch (StateDictException e) {
      throw new CheckpointException(
          e.getMessage()
              + "\n  To take what fits all the same, give `strict: false` beside `checkpoint`; to"
              + " start from a part of the file alone, give `init_cfg` to that part of the model,"
              + " with its `prefix`.",
          e);
    }
  }

  private static Path fileOf(PretrainedWeights weights) throws CheckpointException {
    String name = weights.checkpoint();
    if (name.isEmpty()) {
      throw new CheckpointException("`checkpoint` is empty: give the path of a file of weights");
    }
    if (name.contains("://")) {
      throw new CheckpointException(
          name + " is an address, but weights are read from files: fetch it and give its path");
    }
    return Path.of(name);
  }

  private static String dotted(String prefix) {
    return prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
  }
}
