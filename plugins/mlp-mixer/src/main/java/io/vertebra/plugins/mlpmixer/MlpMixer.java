package io.vertebra.plugins.mlpmixer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.nn.PatchEmbed;
import io.vertebra.nn.PatchOptions;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * MLP-Mixer (Tolstikhin et al., An all-MLP Architecture for Vision, 2021), {@code
 * mmpretrain.models.MlpMixer}: linear maps over tokens and over features in turn. Features are N x
 * C x L. As the maps over tokens have a weight for each place, images have one size.
 */
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.patch_embed.projection.* = stem.proj.*",
      "backbone.layers.{i}.ln{k}.* = blocks.{i}.norm{k}.*",
      "backbone.layers.{i}.token_mix.layers.0.0.* = blocks.{i}.mlp_tokens.fc1.*",
      "backbone.layers.{i}.token_mix.layers.1.* = blocks.{i}.mlp_tokens.fc2.*",
      "backbone.layers.{i}.channel_mix.layers.0.0.* = blocks.{i}.mlp_channels.fc1.*",
      "backbone.layers.{i}.channel_mix.layers.1.* = blocks.{i}.mlp_channels.fc2.*",
      "backbone.ln1.* = norm.*",
      "head.fc.* = head.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "MlpMixer",
    summary = "MLP-Mixer of any size: linear maps over tokens and features in turn")
public final class MlpMixer extends Backbone {
  private final PatchEmbed patches;
  private final List<MixerBlock> blocks;
  private final Norm norm;
  private final IntPair imgSize;
  private final Set<Integer> outLayers;
  private final List<Integer> outChannels;

  /**
   * Options of {@link MlpMixer}.
   *
   * @param arch the size
   * @param imgSize height and width of the images
   * @param patchSize height and width of a patch
   * @param outIndices the blocks whose output is a feature; negative ones count from the end
   * @param dropRate the chance of values after each linear map to be dropped
   * @param dropPathRate the chance of a branch to be left out
   * @param normCfg the norms
   * @param actCfg the activations
   * @param patchCfg options of the patch embedding
   * @param layerCfgs options of the blocks
   */
  public record Options(
      @Doc("size: a name, or a mapping") @Default("base") MixerArchitecture arch,
      @Doc("height and width of the images") @Default("224") @Range(min = 1) IntPair imgSize,
      @Doc("height and width of a patch") @Default("16") @Range(min = 1) IntPair patchSize,
      @Doc("blocks whose output is a feature, from 0; negative ones count from the end")
          @Default("-1")
          IntList outIndices,
      @Doc("chance of values after each linear map to be dropped in training")
          @Default("0.0")
          @Range(min = 0, max = 1)
          double dropRate,
      @Doc("chance of each branch to be left out in training, the same for all blocks")
          @Default("0.0")
          @Range(min = 0, max = 1)
          double dropPathRate,
      @Doc("norms") @Default("{type: LN}") Factory<Norm> normCfg,
      @Doc("activations") @Default("{type: GELU}") Factory<Activation> actCfg,
      @Doc("options of the patch embedding") @Default("{}") PatchOptions patchCfg,
      @Doc("options of the blocks: a mapping for all, or a list with one for each") @Default("{}")
          LayerConfigs layerCfgs) {
    /** Checks what spans several options. */
    public Options {
      layerCfgs.requireBlocks(arch.numLayers());
      if (outIndices.values().isEmpty()) {
        throw new IllegalArgumentException("out_indices is empty: name one block or more");
      }
      for (int index : outIndices.values()) {
        if (index < -arch.numLayers() || index >= arch.numLayers()) {
          throw new IllegalArgumentException(
              "out_indices has %d, but the blocks are 0 to %d"
                  .formatted(index, arch.numLayers() - 1));
        }
      }
    }

    Set<Integer> outLayers() {
      return Set.copyOf(
          outIndices.values().stream()
              .map(index -> index < 0 ? index + arch.numLayers() : index)
              .toList());
    }
  }

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public MlpMixer(Options options) {
    int features = options.arch().embedDims();
    this.imgSize = options.imgSize();
    this.patches = addModule("patch_embed", patches(options));
    IntPair grid = patches.grid(imgSize);
    int tokens = grid.first() * grid.second();
    this.blocks =
        IntStream.range(0, options.arch().numLayers())
            .mapToObj(index -> new MixerBlock(options, options.layerCfgs().of(index), tokens))
            .toList();
    addModule("layers", new Sequential(blocks));
    Norm last = options.normCfg().create(new NormContext(features));
    this.norm = addModule(last.abbreviation() + "1", last);
    this.outLayers = options.outLayers();
    this.outChannels = Collections.nCopies(outLayers.size(), features);
  }

  private static PatchEmbed patches(Options options) {
    return options
        .patchCfg()
        .embed(
            new PatchEmbed.Patches(
                /* inChannels= */ 3,
                options.arch().embedDims(),
                options.patchSize(),
                /* bias= */ true));
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    requireSize(images.getShape());
    NDArray tokens = patches.forward(context, images);
    List<NDArray> features = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      tokens = blocks.get(i).forward(context, tokens);
      if (i == blocks.size() - 1) {
        tokens = norm.forward(context, tokens);
      }
      if (outLayers.contains(i)) {
        features.add(tokens.transpose(0, 2, 1));
      }
    }
    return features;
  }

  private void requireSize(Shape shape) {
    if (shape.get(2) != imgSize.first() || shape.get(3) != imgSize.second()) {
      throw new IllegalArgumentException(
          "an MlpMixer with img_size %d x %d cannot take images of %d x %d: resize them, or set img_size"
              .formatted(imgSize.first(), imgSize.second(), shape.get(2), shape.get(3)));
    }
  }

  /** The norm of all tokens after the last block. */
  @Override
  public Optional<CamLayer> camLayer() {
    return Optional.of(CamLayer.tokens(norm.abbreviation() + "1", 0));
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }
}
