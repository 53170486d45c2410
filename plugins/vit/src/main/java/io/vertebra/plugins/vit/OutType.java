package io.vertebra.plugins.vit;

/** What a feature is made of the tokens of a layer. */
public enum OutType {
  /** All tokens: N x L x C, those before the patches first. */
  RAW,
  /** The tokens before the patches, the class token first: each N x C. */
  CLS_TOKEN,
  /** The tokens of patches in their places: N x C x H x W. */
  FEATMAP,
  /** The mean of the tokens of patches, normalised: N x C. */
  AVG_FEATMAP
}
