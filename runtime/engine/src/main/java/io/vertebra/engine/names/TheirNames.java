package io.vertebra.engine.names;

import java.util.List;
import java.util.Optional;

/**
 * What an array of ours is called in another library.
 *
 * @param names the arrays that it is made of, one behind the other; none where they do not save it
 * @param share which part of theirs it is, where theirs has more
 * @param change how their values lie
 */
public record TheirNames(List<String> names, Share share, Change change) {
  /** Makes names that do not change. */
  public TheirNames {
    names = List.copyOf(names);
  }

  /**
   * One array of the same values.
   *
   * @param name its name
   * @return the name, without a change
   */
  public static TheirNames of(String name) {
    return new TheirNames(List.of(name), Share.WHOLE, Change.NONE);
  }

  /**
   * The same under names that begin otherwise.
   *
   * @param prefix what they begin with
   * @return the names
   */
  public TheirNames prefixed(String prefix) {
    return new TheirNames(names.stream().map(prefix::concat).toList(), share, change);
  }

  /**
   * Whether their arrays make up one of ours.
   *
   * @param theirs the shapes of theirs, in the order of the names
   * @param ours the shape of ours
   * @return true if they do
   */
  public boolean fits(List<List<Long>> theirs, List<Long> ours) {
    Optional<List<Long>> piece = piece(ours);
    return piece.isPresent()
        && theirs.stream()
            .allMatch(
                shape ->
                    share.of(shape).filter(part -> change.fits(part, piece.get())).isPresent());
  }

  /**
   * What one of theirs makes up of ours.
   *
   * @param ours the shape of ours
   * @return the shape of the equal piece, along the first axis; empty where there is none
   */
  public Optional<List<Long>> piece(List<Long> ours) {
    return new Share(1, Math.max(1, names.size())).of(ours);
  }
}
