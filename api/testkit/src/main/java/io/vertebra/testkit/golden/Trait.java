package io.vertebra.testkit.golden;

import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of layer with its settings.
 *
 * @param text the kind and the settings
 * @param counted whether it is told how many there are
 */
record Trait(String text, boolean counted) {
  private static final Pattern BATCH_NORM =
      Pattern.compile("BatchNorm(?:1d|2d|Act2d) eps (\\S+) momentum (\\S+)");
  private static final Pattern LAYER_NORM = Pattern.compile("LayerNorm(?:2d)? eps (\\S+)");
  private static final Pattern GROUP_NORM = Pattern.compile("GroupNorm groups (\\d+) eps (\\S+)");
  private static final Pattern DROPOUT = Pattern.compile("Dropout (\\S+)");
  private static final Pattern POOL =
      Pattern.compile("(Max|Avg)Pool2d k (\\d+) s (\\d+) p (\\d+)( ceil)?( exclude_pad)?");

  /** Activations by their names in PyTorch, and our operations. */
  private static final Map<String, String> ACTIVATIONS =
      Map.of(
          "ReLU", "relu",
          "ReLU6", "relu6",
          "GELU", "gelu",
          "Tanh", "tanh",
          "Sigmoid", "sigmoid",
          "Swish", "silu",
          "Hardswish", "hardSwish",
          "HSigmoid (x+3)/6 clamp 0..1", "clamp");

  /** What shows in parameters, multiply-adds or logits, or is no layer of its own with us. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "AdaptiveAvgPool1d",
          "AdaptiveAvgPool2d",
          "Conv2dAdaptivePadding",
          "ZeroPad2d",
          "MaxPool2dSame",
          "AvgPool2dSame",
          "LayerScale");

  /** Reads what the figures say; empty for what is compared elsewhere. */
  static Optional<Trait> of(String name) {
    if (ELSEWHERE.contains(name.split(" ", 2)[0])) {
      return Optional.empty();
    }
    if (ACTIVATIONS.containsKey(name)) {
      return Optional.of(operation(ACTIVATIONS.get(name)));
    }
    return Optional.of(
        norm(name)
            .or(() -> dropout(name))
            .or(() -> pool(name))
            .orElseThrow(() -> new AssertionError("'" + name + "' is no trait that is known")));
  }

  private static Optional<Trait> norm(String name) {
    Matcher batch = BATCH_NORM.matcher(name);
    Matcher layer = LAYER_NORM.matcher(name);
    Matcher group = GROUP_NORM.matcher(name);
    if (batch.matches()) {
      return Optional.of(
          batchNorm(Double.parseDouble(batch.group(1)), Double.parseDouble(batch.group(2))));
    }
    if (layer.matches()) {
      return Optional.of(layerNorm(Double.parseDouble(layer.group(1))));
    }
    if (group.matches()) {
      return Optional.of(
          groupNorm(Integer.parseInt(group.group(1)), Double.parseDouble(group.group(2))));
    }
    return name.equals("GRN") ? Optional.of(responseNorm()) : Optional.empty();
  }

  private static Optional<Trait> dropout(String name) {
    Matcher dropout = DROPOUT.matcher(name);
    return dropout.matches()
        ? Optional.of(dropout(Double.parseDouble(dropout.group(1))))
        : Optional.empty();
  }

  private static Optional<Trait> pool(String name) {
    Matcher pool = POOL.matcher(name);
    if (!pool.matches()) {
      return Optional.empty();
    }
    PoolSettings settings =
        new PoolSettings(
            IntPair.of(Integer.parseInt(pool.group(2))),
            IntPair.of(Integer.parseInt(pool.group(3))),
            IntPair.of(Integer.parseInt(pool.group(4))),
            pool.group(5) != null);
    return Optional.of(
        pool.group(1).equals("Max")
            ? maxPool(settings)
            : avgPool(settings, /* countPadding= */ pool.group(6) == null));
  }

  static Trait batchNorm(double epsilon, double momentum) {
    return new Trait("batch norm, eps " + epsilon + ", momentum " + momentum, true);
  }

  static Trait layerNorm(double epsilon) {
    return new Trait("layer norm, eps " + epsilon, true);
  }

  static Trait groupNorm(int groups, double epsilon) {
    return new Trait("group norm of " + groups + ", eps " + epsilon, true);
  }

  static Trait responseNorm() {
    return new Trait("response norm", true);
  }

  static Trait dropout(double rate) {
    return new Trait("dropout of " + rate, true);
  }

  static Trait maxPool(PoolSettings settings) {
    return new Trait("maximum, " + settings, false);
  }

  /** Without padding it makes no difference whether it counts. */
  static Trait avgPool(PoolSettings settings, boolean countPadding) {
    boolean counts = countPadding || settings.padding().equals(IntPair.of(0));
    return new Trait("mean, " + settings + (counts ? "" : " without padding"), false);
  }

  static Trait operation(String name) {
    return new Trait(name, false);
  }
}
