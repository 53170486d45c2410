package io.vertebra.families.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.LayerDepths.Depth;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.nn.BatchNorm2d;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ResidualNetworkTest {
  /** Options of a test, with the defaults of configs else. */
  private static final class Settings {
    private int depth = 18;
    private Optional<Integer> expansion = Optional.empty();
    private List<Integer> strides = List.of(1, 2, 2, 2);
    private IntList outIndices = IntList.of(3);
    private int frozenStages = -1;
    private boolean normEval;
    private boolean withCp;
    private boolean zeroInitResidual = true;
    private double dropPathRate;

    ResidualOptions options() {
      return new ResidualOptions(
          depth,
          3,
          64,
          64,
          expansion,
          4,
          strides,
          List.of(1, 1, 1, 1),
          outIndices,
          ResidualStyle.PYTORCH,
          frozenStages,
          /* convCfg= */ Optional.empty(),
          arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
          arguments -> new Rectifier(),
          normEval,
          withCp,
          zeroInitResidual,
          dropPathRate);
    }

    Network network() {
      return new Network(options());
    }
  }

  private static final class Rectifier extends Activation {
    @Override
    public NDArray forward(Context context, NDArray input) {
      return context.ops().relu(input);
    }
  }

  private static final class Network extends ResidualNetwork {
    Network(ResidualOptions options) {
      super(
          options,
          new ResidualTweaks(false, false),
          ResidualArchitecture.ofDepth(
              options.depth(),
              ConvolutionBranch::basic,
              settings -> ConvolutionBranch.bottleneck(settings, settings.width(), 1)));
    }
  }

  private static RecordingPass run(Network network) {
    RecordingPass pass = new RecordingPass();
    network.forward(pass, pass.array());
    return pass;
  }

  @Test
  void hasAsManyConvolutionsAsItsDepthSays() {
    for (int depth : new int[] {18, 34, 50, 101, 152}) {
      Settings settings = new Settings();
      settings.depth = depth;
      RecordingPass pass = run(settings.network());

      int shortcuts = depth < 50 ? 3 : 4;
      assertThat(pass.operations().stream().filter("conv2d"::equals))
          .hasSize(depth - 1 + shortcuts);
    }
  }

  @Test
  void computesItsBlocksAgainWhereMemoryIsToBeSaved() {
    Settings settings = new Settings();
    assertThat(run(settings.network()).recomputed()).isEmpty();
    settings.withCp = true;
    RecordingPass pass = run(settings.network());

    assertThat(pass.recomputed()).hasSize(2 + 2 + 2 + 2).hasOnlyElementsOfType(ResidualBlock.class);
    assertThat(pass.operations()).isEqualTo(run(new Settings().network()).operations());
  }

  @Test
  void givesTheFeaturesOfTheStagesAskedFor() {
    Settings settings = new Settings();
    settings.outIndices = new IntList(List.of(0, 2));
    RecordingPass pass = new RecordingPass();

    assertThat(settings.network().forward(pass, pass.array())).hasSize(2);
  }

  @Test
  void startsAsMmpretrainDoes() {
    Map<String, Parameter> parameters = new Settings().network().parameters();

    assertThat(parameters.get("conv1.weight").initial())
        .isEqualTo(new Distribution.Normal(0, Math.sqrt(2.0 / (64 * 7 * 7))));
    assertThat(parameters.get("layer2.0.bn1.weight").initial()).isEqualTo(Distribution.ones());
    assertThat(parameters.get("layer2.0.bn2.weight").initial()).isEqualTo(Distribution.zeros());
    assertThat(parameters.get("layer2.0.downsample.1.weight").initial())
        .isEqualTo(Distribution.ones());
  }

  @Test
  void blocksDoNotStartAsTheIdentityWhereThatIsTurnedOff() {
    Settings settings = new Settings();
    settings.zeroInitResidual = false;

    assertThat(settings.network().parameters().get("layer2.0.bn2.weight").initial())
        .isEqualTo(Distribution.ones());
  }

  @Test
  void frozenStagesAreNeitherTrainedNorFollowTheBatch() {
    Settings settings = new Settings();
    settings.frozenStages = 1;
    Network network = settings.network();

    assertThat(
            network.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue().trainable())
                .map(parameter -> parameter.getKey().split("\\.", -1)[0])
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("conv1", "bn1", "layer1");
    List<Boolean> batchStatistics = run(network).batchStatistics();
    assertThat(batchStatistics.subList(0, 5)).containsOnly(false);
    assertThat(batchStatistics.subList(5, batchStatistics.size())).containsOnly(true);
  }

  @Test
  void normsInEvaluationAreTrainedButDoNotFollowTheBatch() {
    Settings settings = new Settings();
    settings.normEval = true;
    Network network = settings.network();

    assertThat(network.parameters().values()).allMatch(Parameter::trainable);
    assertThat(run(network).batchStatistics()).containsOnly(false);
  }

  @Test
  void pathsAreDroppedMoreOftenTheDeeperTheyAre() {
    Settings settings = new Settings();
    settings.dropPathRate = 0.7;
    List<Double> rates = run(settings.network()).dropPathRates();

    assertThat(rates).hasSize(7);
    for (int i = 0; i < rates.size(); i++) {
      assertThat(rates.get(i)).isCloseTo(0.1 * (i + 1), offset(1e-12));
    }
  }

  @Test
  void saysWhichDepthsThereAre() {
    Settings settings = new Settings();
    settings.depth = 19;

    assertThatIllegalArgumentException()
        .isThrownBy(settings::network)
        .withMessage("depth is 19, but must be one of [18, 34, 50, 101, 152]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ResidualArchitecture.bottlenecks(
                    18, block -> ConvolutionBranch.bottleneck(block, block.width(), 1)))
        .withMessage("depth is 18, but must be one of [50, 101, 152]");
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    Settings strides = new Settings();
    strides.strides = List.of(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(strides::options)
        .withMessage("strides has 2 numbers, but num_stages is 4");

    Settings indices = new Settings();
    indices.outIndices = IntList.of(4);
    assertThatIllegalArgumentException()
        .isThrownBy(indices::options)
        .withMessage("out_indices has 4, but the stages are 0 to 3");

    Settings expansion = new Settings();
    expansion.expansion = Optional.of(2);
    assertThatIllegalArgumentException()
        .isThrownBy(expansion::network)
        .withMessageContaining("expansion is 2");
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    Settings settings = new Settings();
    assertThat(settings.network().outChannels()).containsExactly(512);
    settings.depth = 50;
    settings.outIndices = IntList.of(List.of(3, 0, 1));
    assertThat(settings.network().outChannels()).containsExactly(256, 512, 2048);
    settings.expansion = Optional.of(2);
    assertThat(settings.network().outChannels()).containsExactly(128, 256, 1024);
  }

  private static int layer(Network network, String parameter) {
    return network.layerDepth(parameter).layer();
  }

  @Test
  void aFewBlocksCountAsOneLayerForTheDecayOfTheirRate() {
    Settings settings = new Settings();
    settings.depth = 50;
    Network network = settings.network();

    assertThat(network.layerDepth("conv1.weight")).isEqualTo(new Depth(0, 8));
    assertThat(network.layerDepth("layer1.2.bn1.bias")).isEqualTo(new Depth(1, 8));
    assertThat(layer(network, "layer2.1.conv1.weight")).isEqualTo(2);
    assertThat(layer(network, "layer2.2.conv1.weight")).isEqualTo(3);
    assertThat(layer(network, "layer3.2.conv1.weight")).isEqualTo(4);
    assertThat(layer(network, "layer3.5.conv1.weight")).isEqualTo(5);
    assertThat(layer(network, "layer4.0.downsample.0.weight")).isEqualTo(6);
  }

  @Test
  void deepNetworksCountFourBlocksAsOneLayer() {
    Settings settings = new Settings();
    settings.depth = 152;
    Network network = settings.network();

    assertThat(network.layerDepth("layer2.7.bn1.bias")).isEqualTo(new Depth(3, 15));
    assertThat(network.layerDepth("layer3.35.bn1.bias")).isEqualTo(new Depth(12, 15));
    assertThat(network.layerDepth("layer4.2.bn1.bias")).isEqualTo(new Depth(13, 15));
  }
}
