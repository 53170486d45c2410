package io.vertebra.families.residual;

/**
 * What timm calls the weights of residual networks: rules for {@link
 * io.vertebra.api.plugin.StateDictNames}, to be given in the order in which they stand here. Rules
 * of a network's own come before {@link #HEAD} and {@link #BACKBONE}.
 */
public final class ResidualNames {
  /** The convolutions of {@link ResidualStem#DEEP}, which stand in a list with their norms. */
  public static final String DEEP_STEM_CONVOLUTIONS = "backbone.stem.{i}.conv.* = conv1.{3i}.*";

  /** The last norm of {@link ResidualStem#DEEP}, which stands behind that list. */
  public static final String DEEP_STEM_LAST_NORM = "backbone.stem.2.bn.* = bn1.*";

  /** The other norms of {@link ResidualStem#DEEP}. */
  public static final String DEEP_STEM_NORMS = "backbone.stem.{i}.bn.* = conv1.{3i+1}.*";

  /**
   * The first shortcut of a network that shrinks by a mean, where timm has an identity in the place
   * of the mean.
   */
  public static final String MEAN_SHORTCUT =
      "backbone.layer1.0.downsample.{k}.* = layer1.0.downsample.{k+1}.*";

  /** The classifier. */
  public static final String HEAD = "head.fc.* = fc.*";

  /** All that has the same names there. */
  public static final String BACKBONE = "backbone.* = *";

  private ResidualNames() {}
}
