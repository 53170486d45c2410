package io.vertebra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.engine.config.OptimWrapperOptions.Constructor;
import io.vertebra.engine.config.ParamwiseOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ParameterRulesTest {
  private static final Optional<Double> NONE = Optional.empty();

  @Test
  void withoutRulesEveryParameterIsTrainedAlike() {
    assertThat(settings(ParamwiseOptions.NONE).values())
        .allMatch(each -> each.lrFactor() == 1 && each.decayFactor() == 1)
        .hasSize(7);
  }

  @Test
  void theFirstRuleThatFitsDecidesOnWeightDecay() {
    Map<String, ParameterSettings> settings =
        settings(
            options(
                Map.of(),
                NONE,
                Optional.of(0.1),
                Optional.of(0.2),
                Optional.of(0.3),
                Optional.of(0.4)));

    assertThat(decays(settings))
        .containsEntry("token", 0.4)
        .containsEntry("conv.weight", 1.0)
        .containsEntry("conv.bias", 0.1)
        .containsEntry("depthwise.weight", 0.3)
        .containsEntry("depthwise.bias", 0.1)
        .containsEntry("norm.weight", 0.2)
        .containsEntry("norm.bias", 0.2);
  }

  @Test
  void theRateOfBiasesLeavesNormsAlone() {
    Map<String, ParameterSettings> settings =
        settings(options(Map.of(), Optional.of(2.0), NONE, NONE, NONE, NONE));

    assertThat(settings.get("conv.bias").lrFactor()).isEqualTo(2);
    assertThat(settings.get("norm.bias").lrFactor()).isEqualTo(1);
    assertThat(settings.get("conv.weight").lrFactor()).isEqualTo(1);
  }

  @Test
  void theLongestCustomKeyCountsAndNoOtherRule() {
    Map<String, Map<String, Object>> keys =
        Map.of(
            "conv", Map.of("lr_mult", 0.1),
            "conv.bias", Map.of("decay_mult", 0, "lars_exclude", true),
            ".token", Map.of("decay_mult", 0.5));
    Map<String, ParameterSettings> settings =
        settings(options(keys, NONE, Optional.of(9.0), NONE, NONE, NONE));

    assertThat(settings.get("conv.weight").lrFactor()).isEqualTo(0.1);
    assertThat(settings.get("conv.bias"))
        .isEqualTo(
            new ParameterSettings(
                "conv.bias", 1, 0, Map.of("lars_exclude", 1.0), OptionalInt.empty()));
    assertThat(settings.get("token").decayFactor()).isEqualTo(0.5);
    assertThat(settings.get("depthwise.bias").decayFactor()).isEqualTo(9);
  }

  @Test
  void layersNearTheInputLearnMoreSlowly() {
    ParamwiseOptions half =
        new ParamwiseOptions(
            Map.of("conv", Map.of("lr_mult", 7)),
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            0.5,
            NONE,
            Optional.empty());
    Map<String, ParameterSettings> settings =
        byName(new ParameterRules(half, Constructor.BY_LAYER).settings(new Network()));

    assertThat(settings.get("token").lrFactor()).isEqualTo(0.25);
    assertThat(settings.get("token").layer()).hasValue(0);
    // A custom key has no say on rates here.
    assertThat(settings.get("conv.weight").lrFactor()).isEqualTo(0.5);
    assertThat(settings.get("norm.weight").lrFactor()).isEqualTo(1);
  }

  @Test
  void frozenParametersAreInNoGroup() {
    Network network = new Network();
    network.parameters().get("conv.bias").setTrainable(false);

    assertThat(new ParameterRules(ParamwiseOptions.NONE, Constructor.BY_RULES).settings(network))
        .extracting(ParameterSettings::name)
        .doesNotContain("conv.bias")
        .hasSize(6);
  }

  @Test
  void aNetworkWithoutDepthsIsNamed() {
    ParameterRules rules = new ParameterRules(ParamwiseOptions.NONE, Constructor.BY_LAYER);

    assertThatThrownBy(() -> rules.settings(new Plain()))
        .hasMessageContaining("Plain does not tell");
  }

  @Test
  void aCustomKeyThatIsNoNumberIsRefused() {
    assertThatThrownBy(
            () -> options(Map.of("head", Map.of("lr_mult", "x")), NONE, NONE, NONE, NONE, NONE))
        .hasMessageContaining("lr_mult of custom key 'head'")
        .hasMessageContaining("must be a number");
  }

  private static ParamwiseOptions options(
      Map<String, Map<String, Object>> customKeys,
      Optional<Double> biasLr,
      Optional<Double> bias,
      Optional<Double> norm,
      Optional<Double> depthwise,
      Optional<Double> flat) {
    return new ParamwiseOptions(
        customKeys, biasLr, bias, norm, depthwise, flat, 1, NONE, Optional.empty());
  }

  private static Map<String, ParameterSettings> settings(ParamwiseOptions options) {
    return byName(new ParameterRules(options, Constructor.BY_RULES).settings(new Network()));
  }

  private static Map<String, ParameterSettings> byName(List<ParameterSettings> settings) {
    return settings.stream().collect(Collectors.toMap(ParameterSettings::name, each -> each));
  }

  private static Map<String, Double> decays(Map<String, ParameterSettings> settings) {
    return settings.values().stream()
        .collect(Collectors.toMap(ParameterSettings::name, ParameterSettings::decayFactor));
  }

  private static final class Network extends Module implements LayerDepths {
    Network() {
      addParameter("token", new Shape(4), Distribution.zeros());
      addModule("conv", new Affine(new Shape(4, 3, 3, 3)));
      addModule("depthwise", new Affine(new Shape(4, 1, 3, 3)));
      addModule("norm", new ToyNorm());
    }

    @Override
    public Depth layerDepth(String parameter) {
      return new Depth(parameter.equals("token") ? 0 : parameter.startsWith("conv") ? 1 : 2, 3);
    }
  }

  private static final class Plain extends Module {}

  private static final class Affine extends Module {
    Affine(Shape weight) {
      addParameter("weight", weight, Distribution.zeros());
      addParameter("bias", new Shape(weight.get(0)), Distribution.zeros());
    }
  }

  private static final class ToyNorm extends Norm {
    ToyNorm() {
      addParameter("weight", new Shape(4), Distribution.ones());
      addParameter("bias", new Shape(4), Distribution.zeros());
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      throw new AssertionError("rules look at names only");
    }

    @Override
    public String abbreviation() {
      return "toy";
    }
  }
}
