package io.vertebra.plugins.vit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntPair;
import io.vertebra.families.stages.Freezing;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.PatchEmbed;
import io.vertebra.nn.PositionEmbedding;
import java.util.List;
import java.util.Optional;

/**
 * What turns images into the tokens of the first layer; its parts belong to the network.
 *
 * @param patches maps patches to tokens
 * @param extraTokens tokens before those of the patches
 * @param positions is added to the tokens
 * @param dropout drops values
 * @param norm normalises the tokens
 */
record Embeddings(
    PatchEmbed patches,
    List<Parameter> extraTokens,
    PositionEmbedding positions,
    Dropout dropout,
    Optional<Norm> norm) {
  Tokens of(Context context, NDArray images) {
    Shape shape = images.getShape();
    IntPair grid = patches.grid(new IntPair((int) shape.get(2), (int) shape.get(3)));
    NDArray tokens = withExtraTokens(context, patches.forward(context, images));
    NDArray placed = dropout.forward(context, tokens.add(positions.of(context, grid)));
    NDArray normalised = norm.isPresent() ? norm.get().forward(context, placed) : placed;
    return new Tokens(normalised, positions.extra(), grid);
  }

  private NDArray withExtraTokens(Context context, NDArray tokens) {
    return extraTokens.stream()
        .map(context::get)
        .reduce((first, second) -> first.concat(second, 1))
        .map(extra -> context.ops().prependTokens(extra, tokens))
        .orElse(tokens);
  }

  /** Keeps all of it as it is. */
  void freeze() {
    Freezing.freeze(patches);
    extraTokens.forEach(token -> token.setTrainable(false));
    positions.values().setTrainable(false);
    dropout.setEvaluating(true);
    norm.ifPresent(Freezing::freeze);
  }
}
