package io.vertebra.plugins.efficientnet;

import io.vertebra.api.model.StateDictTable;
import io.vertebra.families.mobile.BlockNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What other libraries call the weights of {@link EfficientNet}. They have a stage for each row of
 * the paper's table; here those of one resolution are one stage.
 */
final class ScaleNames {
  private static final String TORCHVISION = "torchvision";
  private static final String TIMM = "timm";

  private final Scale scale;

  ScaleNames(Scale scale) {
    this.scale = scale;
  }

  /** Rules of the blocks of one row. */
  private interface RowRules {
    List<String> of(String ours, int row, int before, Scale.Row blocks);
  }

  List<StateDictTable> tables() {
    List<StateDictTable> tables = new ArrayList<>();
    tables.add(new StateDictTable(TIMM, timm()));
    boolean edge = scale.stages().stream().flatMap(List::stream).anyMatch(Scale.Row::edge);
    if (!edge) {
      tables.add(new StateDictTable(TORCHVISION, torchvision()));
    }
    return tables;
  }

  private List<String> torchvision() {
    List<String> rules = new ArrayList<>(BlockNames.pair("backbone.layers.0", "features.0"));
    rules.addAll(
        rows(
            (ours, row, before, blocks) -> {
              String theirs = "features.%d.{b-%d}.block".formatted(row + 1, before);
              return BlockNames.torchvision(
                  ours, theirs, blocks.expansion() > 1, blocks.squeeze() > 0);
            }));
    rules.addAll(BlockNames.pair(last(), "features." + (rowCount() + 1)));
    rules.add("head.fc.* = classifier.1.*");
    return rules;
  }

  private List<String> timm() {
    List<String> rules = new ArrayList<>(BlockNames.conv("backbone.layers.0", "conv_stem", "bn1"));
    rules.addAll(
        rows(
            (ours, row, before, blocks) -> {
              String theirs = "blocks.%d.{b-%d}".formatted(row, before);
              return blocks.edge()
                  ? BlockNames.timmEdge(ours, theirs)
                  : BlockNames.timm(ours, theirs, blocks.expansion() > 1);
            }));
    rules.addAll(BlockNames.conv(last(), "conv_head", "bn2"));
    rules.add("head.fc.* = classifier.*");
    return rules;
  }

  /** The rules of all rows; of the rows of a stage the last one comes first, as it fits fewest. */
  private List<String> rows(RowRules rules) {
    List<String> all = new ArrayList<>();
    int row = 0;
    for (int stage = 0; stage < scale.stages().size(); stage++) {
      List<List<String>> ofStage = new ArrayList<>();
      int before = 0;
      for (Scale.Row blocks : scale.stages().get(stage)) {
        ofStage.add(rules.of("backbone.layers.%d.{b}".formatted(stage + 1), row++, before, blocks));
        before += blocks.blocks();
      }
      Collections.reverse(ofStage);
      ofStage.forEach(all::addAll);
    }
    return all;
  }

  private int rowCount() {
    return scale.stages().stream().mapToInt(List::size).sum();
  }

  private String last() {
    return "backbone.layers." + (scale.stages().size() + 1);
  }
}
