package io.vertebra.plugins.vgg;

import io.vertebra.api.model.Layer;
import io.vertebra.api.model.StateDictTable;
import io.vertebra.nn.ConvModule;
import java.util.ArrayList;
import java.util.List;

/**
 * What other libraries call the weights of {@link Vgg}. They number convolutions, norms,
 * activations and poolings in one list; here a convolution, its norm and its activation have one
 * number.
 */
final class VggNames {
  private final List<Layer> layers;
  private final boolean norms;

  VggNames(List<Layer> layers, boolean norms) {
    this.layers = layers;
    this.norms = norms;
  }

  List<StateDictTable> tables() {
    return List.of(
        table("torchvision", "backbone.classifier.* = classifier.*"),
        table(
            "timm",
            "backbone.classifier.0.weight = pre_logits.fc1.weight | 7x7",
            "backbone.classifier.0.* = pre_logits.fc1.*",
            "backbone.classifier.3.weight = pre_logits.fc2.weight | 1x1",
            "backbone.classifier.3.* = pre_logits.fc2.*",
            "backbone.classifier.6.* = head.fc.*"));
  }

  private StateDictTable table(String library, String... classifier) {
    List<String> rules = new ArrayList<>(features());
    rules.addAll(List.of(classifier));
    return new StateDictTable(library, rules);
  }

  private List<String> features() {
    List<String> rules = new ArrayList<>();
    int theirs = 0;
    for (int ours = 0; ours < layers.size(); ours++) {
      if (!(layers.get(ours) instanceof ConvModule)) {
        theirs++;
        continue;
      }
      rules.add("backbone.features.%d.conv.* = features.%d.*".formatted(ours, theirs++));
      if (norms) {
        rules.add("backbone.features.%d.bn.* = features.%d.*".formatted(ours, theirs++));
      }
      // The activation.
      theirs++;
    }
    return rules;
  }
}
