package io.vertebra.plugins.vit;

import io.vertebra.api.model.StateDictTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of Vision Transformers in Flax, as {@code timm.models.vision_transformer._load_weights}
 * reads them: those of {@code google-research/vision_transformer} and of {@code
 * google-research/big_vision}, with one array for each layer.
 *
 * @param library the library
 * @param prefix what all names start with
 * @param positions the name of the position embeddings
 * @param attention the number in the name of the attention
 * @param maps the number in the name of the feed-forward part
 * @param norm the number in the name of its norm
 */
record FlaxNames(
    String library, String prefix, String positions, int attention, int maps, int norm) {
  private static final List<FlaxNames> ALL =
      List.of(
          new FlaxNames("google", "", "Transformer/posembed_input/pos_embedding", 1, 3, 2),
          new FlaxNames("big_vision", "params/", "pos_embedding", 0, 0, 1),
          new FlaxNames("big_vision", "", "pos_embedding", 0, 0, 1));

  static List<StateDictTable> tables() {
    return ALL.stream().map(names -> new StateDictTable(names.library(), names.rules())).toList();
  }

  private List<String> rules() {
    return Stream.of(embeddings(), layer(), last()).flatMap(List::stream).toList();
  }

  private List<String> embeddings() {
    return List.of(
        rule("backbone.cls_token", "cls"),
        rule("backbone.pos_embed", positions),
        rule("backbone.patch_embed.projection.weight", "embedding/kernel")
            + " | h w i o -> o i h w",
        rule("backbone.patch_embed.projection.bias", "embedding/bias"));
  }

  private List<String> layer() {
    String ours = "backbone.layers.{i}.";
    String theirs = "Transformer/encoderblock_{i}/";
    String heads = theirs + "MultiHeadDotProductAttention_" + attention + "/";
    return Stream.of(
            norm(ours + "ln1", theirs + "LayerNorm_0"),
            norm(ours + "ln2", theirs + "LayerNorm_" + norm),
            List.of(
                queries(ours + "attn.qkv.weight", heads, "kernel") + " | i h d -> (h d) i",
                queries(ours + "attn.qkv.bias", heads, "bias") + " | h d -> (h d)",
                rule(ours + "attn.proj.weight", heads + "out/kernel") + " | h d o -> o (h d)",
                rule(ours + "attn.proj.bias", heads + "out/bias")),
            linear(ours + "ffn.layers.0.0", theirs + "MlpBlock_" + maps + "/Dense_0"),
            linear(ours + "ffn.layers.1", theirs + "MlpBlock_" + maps + "/Dense_1"))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> last() {
    return Stream.of(
            norm("backbone.ln1", "Transformer/encoder_norm"),
            linear("head.layers.pre_logits", "pre_logits"),
            linear("head.layers.head", "head"))
        .flatMap(List::stream)
        .toList();
  }

  private String queries(String ours, String heads, String array) {
    return Stream.of("query", "key", "value")
        .map(part -> prefix + heads + part + "/" + array)
        .collect(Collectors.joining(" & ", ours + " = ", ""));
  }

  private List<String> norm(String ours, String theirs) {
    return List.of(
        rule(ours + ".weight", theirs + "/scale"), rule(ours + ".bias", theirs + "/bias"));
  }

  private List<String> linear(String ours, String theirs) {
    return List.of(
        rule(ours + ".weight", theirs + "/kernel") + " | i o -> o i",
        rule(ours + ".bias", theirs + "/bias"));
  }

  private String rule(String ours, String theirs) {
    return ours + " = " + prefix + theirs;
  }
}
