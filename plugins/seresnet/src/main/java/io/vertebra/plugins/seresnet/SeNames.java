package io.vertebra.plugins.seresnet;

/** What timm calls weights that only blocks of these networks have. */
final class SeNames {
  /** The two layers that weigh the channels of a block. */
  static final String GATES =
      "backbone.layer{l}.{b}.se_layer.conv{k}.conv.* = layer{l}.{b}.se.fc{k}.*";

  private SeNames() {}
}
