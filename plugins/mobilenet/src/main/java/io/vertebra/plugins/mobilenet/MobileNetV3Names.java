package io.vertebra.plugins.mobilenet;

import io.vertebra.api.model.StateDictTable;
import io.vertebra.families.mobile.BlockNames;
import java.util.ArrayList;
import java.util.List;

/** What other libraries call the weights of {@link MobileNetV3}. */
final class MobileNetV3Names {
  private final MobileNetV3Architecture arch;
  private final int stemChannels;

  MobileNetV3Names(MobileNetV3Architecture arch, int stemChannels) {
    this.arch = arch;
    this.stemChannels = stemChannels;
  }

  List<StateDictTable> tables() {
    return List.of(
        new StateDictTable("torchvision", torchvision()), new StateDictTable("timm", timm()));
  }

  private boolean expands(int row) {
    List<MobileNetV3Architecture.Row> rows = arch.rows();
    int in = row == 0 ? stemChannels : rows.get(row - 1).out();
    return rows.get(row).inner() != in;
  }

  private List<String> torchvision() {
    List<String> rules = new ArrayList<>(BlockNames.pair("backbone.layer0", "features.0"));
    int last = arch.rows().size() + 1;
    for (int i = 1; i < last; i++) {
      rules.addAll(
          BlockNames.torchvision(
              "backbone.layer" + i,
              "features." + i + ".block",
              expands(i - 1),
              arch.rows().get(i - 1).gate()));
    }
    rules.addAll(BlockNames.pair("backbone.layer" + last, "features." + last));
    rules.add("head.layers.0.fc.* = classifier.0.*");
    rules.add("head.layers.1.fc.* = classifier.3.*");
    return rules;
  }

  private List<String> timm() {
    List<String> rules = new ArrayList<>(BlockNames.conv("backbone.layer0", "conv_stem", "bn1"));
    List<Integer> stages = arch.blocksOfStages();
    int layer = 1;
    for (int stage = 0; stage < stages.size(); stage++) {
      for (int block = 0; block < stages.get(stage); block++) {
        String theirs = "blocks.%d.%d".formatted(stage, block);
        rules.addAll(BlockNames.timm("backbone.layer" + layer, theirs, expands(layer - 1)));
        layer++;
      }
    }
    String last = "blocks." + stages.size() + ".0";
    rules.addAll(BlockNames.conv("backbone.layer" + layer, last + ".conv", last + ".bn1"));
    rules.add("head.layers.0.fc.weight = conv_head.weight | 1x1");
    rules.add("head.layers.0.fc.* = conv_head.*");
    rules.add("head.layers.1.fc.* = classifier.*");
    return rules;
  }
}
