package io.vertebra.engine.inference;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Algorithm;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.checkpoint.LoadPolicy;
import io.vertebra.engine.checkpoint.LoadReport;
import io.vertebra.engine.checkpoint.WeightLoader;
import io.vertebra.engine.checkpoint.WeightTarget;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.safetensors.SafetensorsReader;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorSource;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.train.StepScope;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a network once, in evaluation mode, on images that are prepared already, and writes what
 * comes out: what a person needs to compare two implementations of a network.
 */
public final class Forward {
  /** The name of the images in the file that is read: float32, N x C x H x W. */
  public static final String INPUT = "input";

  /** The name of the logits in the file that is written: float32, N x classes. */
  public static final String LOGITS = "logits";

  /** What the names of the feature maps begin with, before their number from 0. */
  public static final String STAGE = "stage";

  private static final int AXES = 4;

  private final EngineServices services;
  private final Catalog catalog;
  private final LoadPolicy policy;

  /**
   * Makes a runner.
   *
   * @param services what networks run on
   * @param catalog the parts that there are
   * @param policy how far weights may differ from the network
   */
  public Forward(EngineServices services, Catalog catalog, LoadPolicy policy) {
    this.services = services;
    this.catalog = catalog;
    this.policy = policy;
  }

  /**
   * The files of a run.
   *
   * @param weights the weights, in any format and naming that is known
   * @param input a safetensors file with the tensor {@value #INPUT}
   * @param output the safetensors file to write, with {@value #LOGITS} and {@code stage0}, {@code
   *     stage1}, ... in the order of the backbone's {@code out_indices}
   */
  public record FileSet(Path weights, Path input, Path output) {}

  /**
   * Runs a network.
   *
   * @param config a config, of which {@code model} is used
   * @param paths the files
   * @return what was loaded
   * @throws ConfigException if the model cannot be built
   * @throws IOException if a file cannot be read or written, or the weights do not fit
   */
  public LoadReport run(MappingNode config, FileSet paths) throws IOException {
    return new NetworkBuilder(catalog).use(config, network -> run(network, paths));
  }

  private LoadReport run(NamedNetwork network, FileSet paths) throws IOException {
    Algorithm algorithm = network.algorithm();
    try (Checkpoint weights = Checkpoint.openWeights(paths.weights());
        SafetensorsReader images = SafetensorsReader.open(paths.input());
        ModelState state = newState(algorithm)) {
      checkInput(images, paths.input());
      WeightTarget target = new WeightTarget(algorithm, state, network.tables(), "");
      WeightLoader loader = new WeightLoader(services.files(), services.ops());
      LoadReport report = weights.load(target, policy, loader);
      write(NetworkParts.of(algorithm), state, images, paths.output());
      return report;
    }
  }

  /** What the weights may lack keeps first values, which are drawn then. */
  private ModelState newState(Algorithm algorithm) {
    return policy == LoadPolicy.WHOLE
        ? ModelState.undrawn(algorithm, services.runtime(), services.device())
        : ModelState.initialize(algorithm, services.runtime(), services.device(), 0);
  }

  private static void checkInput(TensorSource images, Path file) throws IOException {
    if (!images.names().contains(INPUT) || images.info(INPUT).shape().size() != AXES) {
      throw new CheckpointException(
          "%s has no images to compute: it needs a tensor '%s' of N x C x H x W, but has %s"
              .formatted(file, INPUT, images.names()));
    }
  }

  private void write(NetworkParts network, ModelState state, TensorSource images, Path file)
      throws IOException {
    try (StepScope scope = new StepScope(state.manager())) {
      NDArray input =
          services.ops().toFloat32(services.files().read(scope.manager(), images, INPUT));
      Pass pass = new Pass(services.ops(), state, false);
      NetworkParts.Outputs outputs = GradMode.OFF.get(() -> network.forward(pass, input));
      SafetensorsWriter.write(file, Map.of(), tensors(outputs));
    }
  }

  private List<SafetensorsWriter.Tensor> tensors(NetworkParts.Outputs outputs) {
    List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
    outputs.logits().ifPresent(logits -> tensors.add(services.files().tensor(LOGITS, logits)));
    for (int i = 0; i < outputs.features().size(); i++) {
      tensors.add(services.files().tensor(STAGE + i, outputs.features().get(i)));
    }
    return tensors;
  }
}
