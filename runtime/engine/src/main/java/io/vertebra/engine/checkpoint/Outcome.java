package io.vertebra.engine.checkpoint;

/** What became of an array when a file was loaded into a network. */
public enum Outcome {
  /** It was taken as it is. */
  LOADED("loaded", true),
  /** It was taken from another name, or several, or in another order. */
  RENAMED("renamed", true),
  /** The network computes it by itself. */
  COMPUTED("computed by the network", true),
  /** It was resized to another size of images. */
  RESIZED("resized", true),
  /** The network keeps its first values, as the file has them for other classes. */
  SKIPPED("left as they are on purpose", true),
  /** The file has it, and it is known not to be for this network. */
  UNUSED("not needed of the file", true),
  /** The network has it and the file does not. */
  MISSING("missing in the file", false),
  /** The file has it and the network does not. */
  UNEXPECTED("unknown to the network", false),
  /** Both have it, and it does not fit. */
  MISMATCHED("of another shape", false);

  private final String title;
  private final boolean explained;

  Outcome(String title, boolean explained) {
    this.title = title;
    this.explained = explained;
  }

  /**
   * What a report calls it.
   *
   * @return a phrase that follows a number
   */
  public String title() {
    return title;
  }

  /**
   * Whether it is as it should be.
   *
   * @return false if it makes a file one of another network
   */
  public boolean explained() {
    return explained;
  }
}
