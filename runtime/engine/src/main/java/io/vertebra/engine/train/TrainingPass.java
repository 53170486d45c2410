package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.vertebra.api.model.Layer;
import io.vertebra.engine.model.ForwardingContext;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.optim.GradientSource;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A pass of training and the way back from its loss. Layers that ask for it are computed without
 * keeping what they compute, and once more on the way back (Chen et al., Training Deep Nets with
 * Sublinear Memory Cost, 2016): under the same random numbers, and without counting the batch in
 * the statistics of norms again. For one batch.
 */
final class TrainingPass extends ForwardingContext implements GradientSource {
  private final Pass pass;
  private final TorchRuntime runtime;
  private final Tensors tensors;
  private final Gradients gradients;
  private final SplittableRandom seeds;
  private final List<Segment> segments = new ArrayList<>();

  /**
   * Makes a pass.
   *
   * @param runtime the native library
   * @param pass what computes; one of training
   * @param seed what chance within layers that are computed twice follows from
   */
  TrainingPass(TorchRuntime runtime, Pass pass, long seed) {
    super(pass);
    this.pass = pass;
    this.runtime = runtime;
    this.tensors = new Tensors(runtime);
    this.gradients = new Gradients(runtime);
    this.seeds = new SplittableRandom(seed);
  }

  /**
   * A layer that is computed twice.
   *
   * @param input what it was given, as an array of its own
   * @param output what it gave, cut off from its graph, as an array of its own
   * @param seed what its chance follows from
   */
  private record Segment(Layer layer, NDArray input, NDArray output, long seed) {}

  @Override
  public NDArray recompute(Layer layer, NDArray input) {
    long seed = seeds.nextLong();
    runtime.seed(seed);
    NDArray output = GradMode.OFF.get(() -> alone(layer, input));
    if (tensors.requiresGradient(input) || learns(layer)) {
      output.setRequiresGradient(true);
      // Who called may close the input and the output as soon as nothing else needs them.
      NDManager owner = input.getManager();
      segments.add(
          new Segment(layer, tensors.same(owner, input), tensors.same(owner, output), seed));
    }
    return output;
  }

  /** Computes a layer and releases all that it made but the output. */
  private NDArray alone(Layer layer, NDArray given) {
    NDManager owner = given.getManager();
    try (StepScope scope = new StepScope(owner)) {
      NDArray input = tensors.detach(scope.manager(), given);
      NDArray output = tensors.detach(owner, layer.forward(pass, input));
      NDScope.unregister(output);
      return output;
    }
  }

  /** What the way back needs besides the loss. */
  List<NDArray> kept() {
    return segments.stream()
        .flatMap(segment -> Stream.of(segment.input(), segment.output()))
        .toList();
  }

  private boolean learns(Layer layer) {
    return layer.parameters().values().stream()
        .anyMatch(parameter -> tensors.requiresGradient(pass.get(parameter)));
  }

  @Override
  public TensorList gradients(NDArray loss, TensorList parameters) {
    if (segments.isEmpty()) {
      return gradients.orZero(loss, parameters);
    }
    TensorList sums = parameters.zerosLike();
    try (NDManager owner = loss.getManager().newSubManager()) {
      new WayBack(parameters, sums, owner).from(loss);
      return sums;
    } catch (RuntimeException | Error e) {
      sums.close();
      throw e;
    }
  }

  /** The gradients on the way through the segments, from the last to the first. */
  private final class WayBack {
    private final TensorList parameters;
    private final TensorList sums;
    private final NDManager owner;
    private final NDArray[] ofOutputs = new NDArray[segments.size()];

    WayBack(TensorList parameters, TensorList sums, NDManager owner) {
      this.parameters = parameters;
      this.sums = sums;
      this.owner = owner;
    }

    void from(NDArray loss) {
      follow(loss, loss.onesLike(), segments.size());
      for (int i = segments.size() - 1; i >= 0; i--) {
        if (ofOutputs[i] != null) {
          through(i);
          ofOutputs[i].close();
        }
      }
    }

    /** Goes back from an array through the graph that was kept, to the outputs of segments. */
    private void follow(NDArray array, NDArray gradient, int end) {
      List<NDArray> outputs = segments.subList(0, end).stream().map(Segment::output).toList();
      List<NDArray> found =
          gradients.addTo(sums, array, gradient, parameters, outputs, /* keepGraph= */ true, owner);
      for (int i = 0; i < end; i++) {
        NDArray more = found.get(i);
        if (more.size() > 0) {
          ofOutputs[i] = ofOutputs[i] == null ? more : ofOutputs[i].add(more);
        }
      }
    }

    private void through(int index) {
      Segment segment = segments.get(index);
      boolean goesOn = tensors.requiresGradient(segment.input());
      NDArray ofInput = null;
      try (StepScope scope = new StepScope(owner)) {
        NDArray input = tensors.detach(scope.manager(), segment.input());
        input.setRequiresGradient(goesOn);
        runtime.seed(segment.seed());
        NDArray output = segment.layer().forward(new SecondPass(pass, scope.manager()), input);
        List<NDArray> found =
            gradients.addTo(
                sums,
                output,
                ofOutputs[index],
                parameters,
                goesOn ? List.of(input) : List.of(),
                /* keepGraph= */ false,
                owner);
        if (goesOn) {
          ofInput = found.get(0);
          NDScope.unregister(ofInput);
        }
      }
      if (ofInput != null) {
        if (ofInput.size() > 0) {
          follow(segment.input(), ofInput, index);
        }
        ofInput.close();
      }
    }
  }
}
