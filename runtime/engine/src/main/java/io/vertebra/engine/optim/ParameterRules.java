package io.vertebra.engine.optim;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.config.OptimWrapperOptions.Constructor;
import io.vertebra.engine.config.ParamwiseOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Finds the settings of each parameter by its name and by the module that it belongs to, as {@code
 * mmengine.optim.DefaultOptimWrapperConstructor} and {@code
 * mmpretrain.engine.LearningRateDecayOptimWrapperConstructor} do. A parameter is named by the
 * longest custom key in its name, of equally long ones by the first of the alphabet, and then no
 * other rule counts; else its weight decay is that of the first rule that fits: norm, bias,
 * depth-wise convolution, one dimension.
 */
public final class ParameterRules {
  private static final String BIAS = "bias";
  private static final String LR_MULT = "lr_mult";
  private static final String DECAY_MULT = "decay_mult";
  private static final int CONVOLUTION_DIMENSIONS = 4;

  private final ParamwiseOptions options;
  private final boolean byLayer;
  private final List<String> customKeys;

  /**
   * Makes rules.
   *
   * @param options the rules
   * @param constructor whether the learning rate depends on the depth of a layer
   */
  public ParameterRules(ParamwiseOptions options, Constructor constructor) {
    this.options = requireNonNull(options, "options is null");
    this.byLayer = constructor == Constructor.BY_LAYER;
    this.customKeys =
        options.customKeys().keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(key -> key))
            .toList();
  }

  /**
   * Finds the settings of all parameters that are trained.
   *
   * @param network the network
   * @return the settings, in the order of the parameters
   * @throws IllegalArgumentException if the learning rate depends on the depth of layers, which the
   *     network does not tell
   */
  public List<ParameterSettings> settings(Module network) {
    List<ParameterSettings> settings = new ArrayList<>();
    Optional<LayerDepths> depths = byLayer ? Optional.of(depths(network)) : Optional.empty();
    collect(network, "", depths, settings);
    return List.copyOf(settings);
  }

  private static LayerDepths depths(Module network) {
    if (network instanceof LayerDepths depths) {
      return depths;
    }
    throw new IllegalArgumentException(
        "LearningRateDecayOptimWrapperConstructor needs the depth of each layer, which "
            + network.getClass().getSimpleName()
            + " does not tell; use DefaultOptimWrapperConstructor");
  }

  private void collect(
      Module module,
      String prefix,
      Optional<LayerDepths> depths,
      List<ParameterSettings> settings) {
    Owner owner = Owner.of(module);
    owner.parameters().stream()
        .filter(entry -> entry.getValue().trainable())
        .map(entry -> settings(owner, prefix, entry, depths))
        .forEach(settings::add);
    module
        .modules()
        .forEach((name, child) -> collect(child, prefix + name + ".", depths, settings));
  }

  private ParameterSettings settings(
      Owner owner,
      String prefix,
      Map.Entry<String, Parameter> parameter,
      Optional<LayerDepths> depths) {
    String name = prefix + parameter.getKey();
    Optional<String> key = customKey(prefix, name);
    Map<String, Object> custom = key.map(options.customKeys()::get).orElse(Map.of());
    double decay =
        key.isPresent()
            ? number(custom.getOrDefault(DECAY_MULT, 1))
            : decayRule(owner, parameter).orElse(1.0);
    if (depths.isPresent()) {
      LayerDepths.Depth depth = depths.get().layerDepth(name);
      double rate = Math.pow(options.layerDecayRate(), depth.layers() - depth.layer() - 1.0);
      return new ParameterSettings(
          name, rate, decay, overrides(custom), OptionalInt.of(depth.layer()));
    }
    double rate =
        key.isPresent()
            ? number(custom.getOrDefault(LR_MULT, 1))
            : rateRule(owner, parameter.getKey()).orElse(1.0);
    return new ParameterSettings(name, rate, decay, overrides(custom), OptionalInt.empty());
  }

  private Optional<String> customKey(String prefix, String name) {
    // A parameter of the network itself has a dot before its name there, but not by layers.
    String matched = prefix.isEmpty() && !byLayer ? "." + name : name;
    return customKeys.stream().filter(matched::contains).findFirst();
  }

  private Optional<Double> rateRule(Owner owner, String name) {
    return name.equals(BIAS) && !owner.norm() ? options.biasLrMult() : Optional.empty();
  }

  private Optional<Double> decayRule(Owner owner, Map.Entry<String, Parameter> parameter) {
    boolean depthwise = owner.depthwise() && !byLayer;
    boolean flat = parameter.getValue().shape().dimension() == 1;
    return Stream.of(
            when(owner.norm(), options.normDecayMult()),
            when(parameter.getKey().equals(BIAS), options.biasDecayMult()),
            when(depthwise, options.dwconvDecayMult()),
            when(flat, options.flatDecayMult()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Double> when(boolean applies, Optional<Double> factor) {
    return applies ? factor : Optional.empty();
  }

  private static Map<String, Double> overrides(Map<String, Object> custom) {
    Map<String, Double> overrides = new LinkedHashMap<>();
    custom.forEach(
        (name, value) -> {
          if (!name.equals(LR_MULT) && !name.equals(DECAY_MULT)) {
            overrides.put(name, number(value));
          }
        });
    return overrides;
  }

  private static double number(Object value) {
    return value instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) value).doubleValue();
  }

  /** A module, as far as rules ask about it. */
  private record Owner(
      List<Map.Entry<String, Parameter>> parameters, boolean norm, boolean depthwise) {
    static Owner of(Module module) {
      List<Map.Entry<String, Parameter>> own =
          module.parameters().entrySet().stream()
              .filter(entry -> !entry.getKey().contains("."))
              .toList();
      return new Owner(
          own, module instanceof Norm, own.stream().anyMatch(Owner::isDepthwiseWeight));
    }

    /** Whether each output sees one input channel: channels and groups are equally many. */
    private static boolean isDepthwiseWeight(Map.Entry<String, Parameter> parameter) {
      return parameter.getKey().equals("weight")
          && parameter.getValue().shape().dimension() == CONVOLUTION_DIMENSIONS
          && parameter.getValue().shape().get(1) == 1;
    }
  }
}
