package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.families.mobile.MeanClassifier;
import io.vertebra.families.stages.Freezing;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A convolution that halves images, then cells, each of which takes the outputs of the two before.
 * Stages are the convolution, the first cell, and each cell before maps are halved, but for the
 * second, and the last; their features are N x C x H' x W', after a rectifier but for the first.
 * With {@code num_classes} stage 5 are the logits, N x classes.
 */
abstract class SearchedNetwork extends Backbone {
  private final ConvModule stem;
  private final List<Step> steps = new ArrayList<>();
  private final SearchedOptions options;
  private final List<Integer> channels = new ArrayList<>();
  private Optional<MeanClassifier> classifier = Optional.empty();
  private String lastCell = "";

  /** A cell, and what follows it: whether it is the one before the next one, and a stage. */
  private record Step(Cell cell, boolean skipped, boolean stage) {}

  SearchedNetwork(String stemName, SearchedOptions options, CellLayers layers) {
    this.options = options;
    ConvSettings settings = new ConvSettings(IntPair.of(2), IntPair.of(0), IntPair.of(1), 1);
    Conv2d convolution =
        new Conv2d(3, options.stemSize(), IntPair.of(3), settings, /* bias= */ false);
    this.stem = addModule(stemName, new ConvModule(convolution, layers.norm(options.stemSize())));
    channels.add(options.stemSize());
  }

  /** Adds a cell. */
  final void add(String name, Cell cell) {
    add(name, cell, /* skipped= */ false);
  }

  /** Adds a cell whose output the cell after the next one does not take; it takes an older one. */
  final void addSkipped(String name, Cell cell) {
    add(name, cell, /* skipped= */ true);
  }

  private void add(String name, Cell cell, boolean skipped) {
    steps.add(new Step(addModule(name, cell), skipped, /* stage= */ false));
    lastCell = name;
  }

  /** Makes the output of the last cell a stage. */
  final void endStage(int stageChannels) {
    Step last = steps.remove(steps.size() - 1);
    steps.add(new Step(last.cell(), last.skipped(), /* stage= */ true));
    channels.add(stageChannels);
  }

  /** Adds the classifier, where there is one; all cells are there. */
  final void end() {
    if (options.numClasses() > 0) {
      Linear linear =
          new Linear(channels.get(channels.size() - 1), options.numClasses(), /* bias= */ true);
      Layer dropout = addModule("head_drop", new Dropout(options.dropRate()));
      addModule("last_linear", linear);
      classifier = Optional.of(new MeanClassifier(new Sequential(dropout, linear)));
      channels.add(options.numClasses());
    }
    if (options.normEval()) {
      Freezing.evaluateNorms(this);
    }
  }

  @Override
  public final List<NDArray> forward(Context context, NDArray images) {
    NDArray current = stem.forward(context, images);
    context.show(stem, current);
    NDArray previous = current;
    List<NDArray> stages = new ArrayList<>(List.of(current));
    for (Step step : steps) {
      NDArray output = step.cell().forward(context, current, previous);
      context.show(step.cell(), output);
      previous = step.skipped() ? previous : current;
      current = output;
      if (step.stage()) {
        stages.add(context.ops().relu(output));
      }
    }
    if (classifier.isPresent()) {
      stages.add(classifier.get().forward(context, stages.get(stages.size() - 1)));
    }
    return options.outStages().stream().sorted().map(stages::get).toList();
  }

  /** The last cell, all of its combinations joined. */
  @Override
  public final Optional<CamLayer> camLayer() {
    return Optional.of(CamLayer.map(lastCell));
  }

  @Override
  public final List<Integer> outChannels() {
    return options.outStages().stream().sorted().map(channels::get).toList();
  }
}
