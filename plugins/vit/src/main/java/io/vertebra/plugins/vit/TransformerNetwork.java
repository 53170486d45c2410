package io.vertebra.plugins.vit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.model.StateDictTable;
import io.vertebra.api.model.StateDictTables;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.families.stages.Freezing;
import io.vertebra.nn.Dropout;
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
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.patch_embed.projection.* = patch_embed.proj.*",
      "backbone.pre_norm.* = norm_pre.*",
      "backbone.layers.{i}.ln{k}.* = blocks.{i}.norm{k}.*",
      "backbone.layers.{i}.attn.gamma1.weight = blocks.{i}.ls1.gamma",
      "backbone.layers.{i}.ffn.gamma2.weight = blocks.{i}.ls2.gamma",
      "backbone.layers.{i}.attn.* = blocks.{i}.attn.*",
      "backbone.layers.{i}.ffn.layers.0.0.* = blocks.{i}.mlp.fc1.*",
      "backbone.layers.{i}.ffn.layers.1.* = blocks.{i}.mlp.fc2.*",
      "backbone.layers.{i}.ffn.w12.* = blocks.{i}.mlp.fc1.*",
      "backbone.layers.{i}.ffn.w3.* = blocks.{i}.mlp.fc2.*",
      "backbone.ln1.* = norm.*",
      "backbone.ln2.* = fc_norm.*",
      "backbone.* = *",
      "head.layers.* = *"
    })
@StateDictNames(
    library = "torchvision",
    rules = {
      "backbone.cls_token = class_token",
      "backbone.pos_embed = encoder.pos_embedding",
      "backbone.patch_embed.projection.* = conv_proj.*",
      "backbone.layers.{i}.ln1.* = encoder.layers.encoder_layer_{i}.ln_1.*",
      "backbone.layers.{i}.ln2.* = encoder.layers.encoder_layer_{i}.ln_2.*",
      "backbone.layers.{i}.attn.qkv.* = encoder.layers.encoder_layer_{i}.self_attention.in_proj_*",
      "backbone.layers.{i}.attn.proj.* = encoder.layers.encoder_layer_{i}.self_attention.out_proj.*",
      "backbone.layers.{i}.ffn.layers.0.0.* = encoder.layers.encoder_layer_{i}.mlp.0.*",
      "backbone.layers.{i}.ffn.layers.1.* = encoder.layers.encoder_layer_{i}.mlp.3.*",
      "backbone.ln1.* = encoder.ln.*",
      "head.layers.* = heads.*"
    })
@StateDictNames(
    library = "transformers",
    rules = {
      "backbone.cls_token = vit.embeddings.cls_token",
      "backbone.pos_embed = vit.embeddings.position_embeddings",
      "backbone.patch_embed.projection.* = vit.embeddings.patch_embeddings.projection.*",
      "backbone.layers.{i}.ln1.* = vit.encoder.layer.{i}.layernorm_before.*",
      "backbone.layers.{i}.ln2.* = vit.encoder.layer.{i}.layernorm_after.*",
      "backbone.layers.{i}.attn.qkv.* = vit.encoder.layer.{i}.attention.attention.query.* & vit.encoder.layer.{i}.attention.attention.key.* & vit.encoder.layer.{i}.attention.attention.value.*",
      "backbone.layers.{i}.attn.proj.* = vit.encoder.layer.{i}.attention.output.dense.*",
      "backbone.layers.{i}.ffn.layers.0.0.* = vit.encoder.layer.{i}.intermediate.dense.*",
      "backbone.layers.{i}.ffn.layers.1.* = vit.encoder.layer.{i}.output.dense.*",
      "backbone.ln1.* = vit.layernorm.*",
      "head.layers.head.* = classifier.*"
    })
abstract class TransformerNetwork extends Backbone implements LayerDepths, StateDictTables {
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
    this.layers = new EncoderLayers(options).all();
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
    return options
        .patchCfg()
        .embed(
            new PatchEmbed.Patches(
                options.inChannels(),
                options.arch().embedDims(),
                options.patchSize(),
                /* bias= */ !options.preNorm()));
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

  private void freeze(int count) {
    if (count <= 0) {
      return;
    }
    embeddings.freeze();
    for (TransformerEncoderLayer layer : layers.subList(0, count)) {
      Freezing.freeze(layer);
    }
    if (count == layers.size()) {
      finalNorm.ifPresent(Freezing::freeze);
      meanNorm.ifPresent(Freezing::freeze);
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

  /**
   * The norm before the last attention: after it nothing of the patches reaches the class token.
   */
  @Override
  public Optional<CamLayer> camLayer() {
    String name = "layers." + (layers.size() - 1) + ".ln1";
    return Optional.of(CamLayer.tokens(name, embeddings.extraTokens().size()));
  }

  /** The names of files that Google wrote. */
  @Override
  public List<StateDictTable> stateDictTables() {
    return FlaxNames.tables();
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
