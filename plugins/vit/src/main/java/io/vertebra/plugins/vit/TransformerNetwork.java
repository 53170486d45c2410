package io.vertebra.plugins.vit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.AttentionSettings;
import io.vertebra.nn.BranchSettings;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.EncoderLayerSettings;
import io.vertebra.nn.PatchEmbed;
import io.vertebra.nn.PositionEmbedding;
import io.vertebra.nn.Sequential;
import io.vertebra.nn.TransformerEncoderLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens of patches, and some that have no place before them, through encoder layers. Images may
 * have another size than {@code img_size}: position embeddings are then resized in each pass.
 */
abstract class TransformerNetwork extends Backbone implements LayerDepths {
  private final Embeddings embeddings;
  private final List<TransformerEncoderLayer> layers;
  private final Optional<Norm> finalNorm;
  private final Optional<Norm> meanNorm;
  private final OutType outType;
  private final List<Integer> outLayers;
  private final List<Integer> outChannels;

  /** Makes a network with some tokens before those of the patches. */
  TransformerNetwork(VitOptions options, List<ExtraToken> extraTokens) {
    PatchEmbed patches = patches(options);
    List<Parameter> tokens = addTokens(options, extraTokens);
    PositionEmbedding positions =
        addPositions(options, patches.grid(options.imgSize()), extraTokens.size());
    addModule("patch_embed", patches);
    Dropout dropout = addModule("drop_after_pos", new Dropout(options.dropRate()));
    this.layers = encoderLayers(options);
    addModule("layers", new Sequential(layers));
    Optional<Norm> preNorm = addNorm(options.preNorm(), "pre_norm", options);
    this.finalNorm = addNorm(options.finalNorm(), "ln1", options);
    this.meanNorm = addNorm(options.outType() == OutType.AVG_FEATMAP, "ln2", options);
    this.embeddings = new Embeddings(patches, tokens, positions, dropout, preNorm);
    this.outType = options.outType();
    this.outLayers = options.outLayers();
    this.outChannels = outChannels(options, extraTokens.size());
    freeze(options.frozenStages());
  }

  private static List<Integer> outChannels(VitOptions options, int extraTokens) {
    int perLayer = options.outType() == OutType.CLS_TOKEN ? extraTokens : 1;
    int layers = Set.copyOf(options.outLayers()).size();
    return Collections.nCopies(layers * perLayer, options.arch().embedDims());
  }

  private List<Parameter> addTokens(VitOptions options, List<ExtraToken> tokens) {
    Shape shape = new Shape(1, 1, options.arch().embedDims());
    return tokens.stream().map(t -> addParameter(t.name(), shape, t.initial())).toList();
  }

  private static PatchEmbed patches(VitOptions options) {
    IntPair size = options.patchSize();
    return new PatchEmbed(
        options.inChannels(),
        options.arch().embedDims(),
        size,
        options.patchCfg().stride().orElse(size),
        options.patchCfg().bias().orElse(!options.preNorm()));
  }

  private PositionEmbedding addPositions(VitOptions options, IntPair grid, int extra) {
    long tokens = extra + (long) grid.first() * grid.second();
    Shape shape = new Shape(1, tokens, options.arch().embedDims());
    Parameter values = addParameter("pos_embed", shape, Distribution.truncatedNormal(0.02));
    return new PositionEmbedding(values, extra, grid, options.interpolateMode());
  }

  private Optional<Norm> addNorm(boolean wanted, String name, VitOptions options) {
    NormContext context = new NormContext(options.arch().embedDims());
    return wanted
        ? Optional.of(addModule(name, options.normCfg().create(context)))
        : Optional.empty();
  }

  private static List<TransformerEncoderLayer> encoderLayers(VitOptions options) {
    int count = options.arch().numLayers();
    List<TransformerEncoderLayer> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double dropPathRate = count == 1 ? 0 : options.dropPathRate() * i / (count - 1);
      layers.add(
          new TransformerEncoderLayer(
              settings(options, dropPathRate), options.normCfg(), options.layerCfgs().actCfg()));
    }
    return layers;
  }

  private static EncoderLayerSettings settings(VitOptions options, double dropPathRate) {
    VitArchitecture arch = options.arch();
    return new EncoderLayerSettings(
        new AttentionSettings(
            arch.embedDims(),
            arch.numHeads(),
            options.qkvBias(),
            options.layerCfgs().attnDropRate()),
        arch.feedforwardChannels(),
        new BranchSettings(options.dropRate(), dropPathRate, options.layerScaleInitValue()));
  }

  private void freeze(int count) {
    if (count <= 0) {
      return;
    }
    embeddings.freeze();
    for (TransformerEncoderLayer layer : layers.subList(0, count)) {
      layer.setTrainable(false);
      layer.setEvaluating(true);
    }
    if (count == layers.size()) {
      finalNorm.ifPresent(norm -> norm.setTrainable(false));
      meanNorm.ifPresent(norm -> norm.setTrainable(false));
    }
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    Tokens tokens = embeddings.of(context, images);
    List<NDArray> features = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      tokens = tokens.with(layers.get(i).forward(context, tokens.values()));
      if (i == layers.size() - 1 && finalNorm.isPresent()) {
        tokens = tokens.with(finalNorm.get().forward(context, tokens.values()));
      }
      if (outLayers.contains(i)) {
        features.addAll(features(context, tokens));
      }
    }
    return features;
  }

  private List<NDArray> features(Context context, Tokens tokens) {
    return switch (outType) {
      case RAW -> List.of(tokens.values());
      case CLS_TOKEN -> tokens.extras();
      case FEATMAP -> List.of(tokens.map());
      case AVG_FEATMAP ->
          List.of(meanNorm.orElseThrow().forward(context, tokens.patches().mean(new int[] {1})));
    };
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }

  @Override
  public Depth layerDepth(String parameter) {
    int count = layers.size() + 2;
    if (parameter.equals("cls_token")
        || parameter.equals("pos_embed")
        || parameter.startsWith("patch_embed.")) {
      return new Depth(0, count);
    }
    if (parameter.startsWith("layers.")) {
      return new Depth(Integer.parseInt(parameter.split("\\.", -1)[1]) + 1, count);
    }
    return new Depth(count - 1, count);
  }
}
