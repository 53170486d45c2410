package io.vertebra.plugins.hooks;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.Loss;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.PhaseListener;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.TrainingRecipe;
import io.vertebra.api.train.WeightCopy;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run of 3 epochs with 4 iterations each, which notes what hooks ask of it. */
final class FakeRun {
  static final int MAX_EPOCHS = 3;
  static final int EPOCH_LENGTH = 4;

  private final List<String> calls = new ArrayList<>();
  private final List<Map<String, Double>> logs = new ArrayList<>();
  private final Set<String> files = new LinkedHashSet<>();
  private final Map<String, Double> scalars = new LinkedHashMap<>();
  private Progress progress = at(0, 0, 0);
  private int scoredClasses = 2;
  private List<Integer> samplesPerClass = List.of();
  private Algorithm model;
  private Path folder;
  private PhaseListener listener;

  /** The run; the interface grows, so it is answered method by method. */
  Run run() {
    return (Run)
        Proxy.newProxyInstance(
            Run.class.getClassLoader(),
            new Class<?>[] {Run.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  /** In the middle of an iteration. */
  FakeRun iteration(int epoch, int batch) {
    progress = at(epoch, (long) epoch * EPOCH_LENGTH + batch, batch);
    return this;
  }

  /** After the last iteration of an epoch, before the epoch counts as finished. */
  FakeRun endOfEpoch(int epoch) {
    progress = at(epoch, (epoch + 1L) * EPOCH_LENGTH, EPOCH_LENGTH - 1);
    return this;
  }

  /** Between two epochs. */
  FakeRun finished(int epochs) {
    progress = at(epochs, (long) epochs * EPOCH_LENGTH, EPOCH_LENGTH - 1);
    return this;
  }

  /** With a network that scores a number of classes, where the data has two. */
  FakeRun scoring(int classes) {
    scoredClasses = classes;
    return this;
  }

  /** Training a network on so many samples of each class. */
  FakeRun training(Algorithm network, Integer... samples) {
    model = network;
    samplesPerClass = List.of(samples);
    return this;
  }

  /** With a work directory. */
  FakeRun in(Path workDirectory) {
    folder = workDirectory;
    return this;
  }

  /** Who listens to phases. */
  PhaseListener listener() {
    return listener;
  }

  List<String> calls() {
    return calls;
  }

  List<Map<String, Double>> logs() {
    return logs;
  }

  Set<String> files() {
    return files;
  }

  Map<String, Double> scalars() {
    return scalars;
  }

  private static Progress at(int epoch, long iteration, int batch) {
    return new Progress(
        epoch, MAX_EPOCHS, iteration, (long) MAX_EPOCHS * EPOCH_LENGTH, batch, EPOCH_LENGTH);
  }

  @SuppressWarnings("unchecked") // The argument of log is a map of scalars.
  private Object answer(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "progress" -> progress;
      case "scalars" -> scalars;
      case "hyperParameter" -> 0.1;
      case "weightCopy" -> new Weights();
      case "workDirectory" -> folder;
      case "timePhases" -> {
        listener = (PhaseListener) arguments[0];
        yield null;
      }
      case "classes" -> List.of("a", "b");
      case "samplesPerClass" -> samplesPerClass;
      case "model" -> model;
      case "scoredClasses" -> scoredClasses;
      case "checkpoints" -> new Files();
      case "recipe" -> new Recipe();
      case "log" -> logs.add((Map<String, Double>) arguments[0]);
      default -> {
        calls.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
        yield null;
      }
    };
  }

  private final class Weights implements WeightCopy {
    @Override
    public void copy() {
      calls.add("copy");
    }

    @Override
    public void copyBuffers() {
      calls.add("copyBuffers");
    }

    @Override
    public void average(double rate, boolean buffers) {
      calls.add("average " + rate);
    }

    @Override
    public void swap() {
      calls.add("swap");
    }
  }

  private final class Recipe implements TrainingRecipe {
    @Override
    public void switchPipeline(Pipeline pipeline) {
      calls.add("pipeline of " + pipeline.transforms().size());
    }

    @Override
    public void switchBatchAugments(Optional<BatchAugments> augments) {
      calls.add("batch augments " + augments.map(ways -> ways.augments().list().size()));
    }

    @Override
    public void switchLoss(Loss loss) {
      calls.add("loss");
    }
  }

  private final class Files implements Checkpoints {
    @Override
    public void save(String name, Position position) {
      calls.add("save " + name + " at " + position.epoch() + "/" + position.iteration());
      files.add(name);
    }

    @Override
    public void delete(String name) {
      calls.add("delete " + name);
      files.remove(name);
    }
  }
}
