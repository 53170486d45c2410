package io.vertebra.engine.checkpoint;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Ops;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.safetensors.TensorFiles;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import io.vertebra.engine.torch.GradMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads weights of any naming that the plugins of a model know. Nothing is overwritten before
 * everything was found to fit.
 */
public final class WeightLoader {
  private static final String HEAD = "head.";
  private static final String TRAINING = "/";
  private static final int MOST_SHOWN = 4;

  private final TensorFiles files;
  private final Ops ops;

  /**
   * Makes a loader.
   *
   * @param files how bytes become arrays
   * @param ops operations, for arrays that are resized
   */
  public WeightLoader(TensorFiles files, Ops ops) {
    this.files = requireNonNull(files, "files is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  /** A file, and what its names start with beside those of the network. */
  record Source(String name, TensorSource tensors, String prefix) {}

  /** How one loading goes on. */
  private record Loading(
      FileMatch match,
      NamedTensors tensors,
      WeightTarget target,
      Map<Outcome, List<String>> report,
      List<Runnable> writes) {
    void note(Outcome outcome, String line) {
      report.computeIfAbsent(outcome, key -> new ArrayList<>()).add(line);
    }
  }

  /**
   * Overwrites the arrays of a network.
   *
   * @throws CheckpointException if there is nothing of the network in the file, or more differs
   *     than the policy allows, with every difference
   * @throws IOException if the file cannot be read
   */
  LoadReport load(Source source, WeightTarget target, LoadPolicy policy) throws IOException {
    Map<String, ModelTensor> wanted = target.tensors();
    TensorSource file = source.tensors();
    FileMatch match = FileMatch.best(file, wanted, target.tables(), target.path(), source.prefix());
    refuseStranger(source, match, wanted);
    Loading loading =
        new Loading(
            match, match.tensors(file), target, new EnumMap<>(Outcome.class), new ArrayList<>());
    try (NDManager scope = target.state().manager().newSubManager()) {
      for (Map.Entry<String, ModelTensor> each : wanted.entrySet()) {
        decide(each.getKey(), each.getValue(), loading, policy, scope);
      }
      match.left().stream().sorted().forEach(name -> leave(name, loading));
      LoadReport report = new LoadReport(source.name(), match.naming().library(), loading.report());
      if (policy != LoadPolicy.WHATEVER_FITS && !report.explained()) {
        throw new StateDictException(source.name(), report);
      }
      loading.writes().forEach(Runnable::run);
      fill(loading);
      return report;
    }
  }

  private static void refuseStranger(
      Source source, FileMatch match, Map<String, ModelTensor> wanted) throws CheckpointException {
    if (match.found().isEmpty() && !wanted.isEmpty()) {
      throw new CheckpointException(
          "%s has no weights of this network: its names are %s; those of the network%s are %s"
              .formatted(
                  source.name(),
                  some(source.tensors().names()),
                  source.prefix().isEmpty() ? "" : ", with `prefix: \"" + source.prefix() + "\"`,",
                  some(wanted.keySet())));
    }
  }

  private static String some(Collection<String> names) {
    String shown = names.stream().sorted().limit(MOST_SHOWN).collect(joining(", "));
    return names.size() > MOST_SHOWN ? shown + ", ..." : shown;
  }

  /** Settles what becomes of one array of the network. */
  private void decide(
      String name, ModelTensor tensor, Loading loading, LoadPolicy policy, NDManager scope)
      throws IOException {
    if (loading.match().computed(name)) {
      loading.note(Outcome.COMPUTED, name);
      return;
    }
    if (!loading.match().found().containsKey(name)) {
      loading.note(Outcome.MISSING, name);
      return;
    }
    List<Long> ours = FileMatch.shape(tensor);
    TensorInfo info = loading.tensors().info(name);
    if (info.shape().equals(ours)) {
      boolean same = loading.tensors().unchanged(name);
      loading.note(same ? Outcome.LOADED : Outcome.RENAMED, name);
      return;
    }
    String line = "%s: %s in the file, %s in the network".formatted(name, info.shape(), ours);
    Optional<NDArray> resized = resized(name, tensor, loading, scope);
    if (resized.isPresent()) {
      loading.note(Outcome.RESIZED, line);
      loading.writes().add(() -> files.copy(resized.get(), loading.target().array(tensor)));
    } else if (policy != LoadPolicy.WHOLE && isHeadOfOtherClasses(name, info.shape(), ours)) {
      loading.note(Outcome.SKIPPED, line);
    } else {
      loading.note(Outcome.MISMATCHED, line);
    }
  }

  private static boolean isHeadOfOtherClasses(String name, List<Long> theirs, List<Long> ours) {
    return name.startsWith(HEAD)
        && !ours.isEmpty()
        && theirs.size() == ours.size()
        && theirs.subList(1, theirs.size()).equals(ours.subList(1, ours.size()));
  }

  private Optional<NDArray> resized(
      String name, ModelTensor tensor, Loading loading, NDManager scope) throws IOException {
    if (!(tensor instanceof Parameter parameter) || parameter.resize().isEmpty()) {
      return Optional.empty();
    }
    NDArray given = ops.toFloat32(files.read(scope, loading.tensors(), name));
    try {
      return Optional.of(
          GradMode.OFF.get(() -> parameter.resize().orElseThrow().resize(ops, given)));
    } catch (IllegalArgumentException e) {
      throw new CheckpointException("'" + name + "' cannot be resized: " + e.getMessage(), e);
    }
  }

  private static void leave(String name, Loading loading) {
    boolean ours = loading.match().naming().library().isEmpty();
    if (ours && name.contains(TRAINING)) {
      return;
    }
    Optional<String> reason = loading.match().naming().reasonToLeave(name);
    loading.note(
        reason.isPresent() ? Outcome.UNUSED : Outcome.UNEXPECTED,
        name + reason.map(why -> " (" + why + ")").orElse(""));
  }

  private void fill(Loading loading) throws IOException {
    List<String> taken = new ArrayList<>(loading.report().getOrDefault(Outcome.LOADED, List.of()));
    taken.addAll(loading.report().getOrDefault(Outcome.RENAMED, List.of()));
    Map<String, ModelTensor> wanted = loading.target().tensors();
    for (String name : taken) {
      files.load(loading.tensors(), name, loading.target().array(wanted.get(name)));
    }
  }
}
