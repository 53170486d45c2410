package io.vertebra.engine.names;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of an array of another library lie, against those of ours. */
public interface Change {
  /** The values lie as they do in ours. */
  Change NONE = new Reshape(Optional::of);

  /** Theirs has one axis for all. */
  Change FLAT =
      new Reshape(ours -> Optional.of(List.of(ours.stream().reduce(1L, (a, b) -> a * b))));

  /**
   * Whether theirs has the values of ours.
   *
   * @param theirs the shape of theirs
   * @param ours the shape of ours
   * @return true if the change makes ours of theirs
   */
  boolean fits(List<Long> theirs, List<Long> ours);

  /**
   * The shape of theirs.
   *
   * @param ours the shape of ours
   * @return the shape that they save, with as many values; empty where ours does not tell it
   */
  Optional<List<Long>> theirShape(List<Long> ours);

  /**
   * Puts values into our order.
   *
   * @param values the values of theirs, from position to limit; they are not changed
   * @param theirs the shape of theirs, which fits
   * @param bytes the size of a value
   * @return a direct buffer of as many bytes, which may be the one given
   */
  ByteBuffer toOurs(ByteBuffer values, List<Long> theirs, int bytes);

  /**
   * Puts values into their order.
   *
   * @param values the values of ours, from position to limit; they are not changed
   * @param ours the shape of ours, of which theirs is known
   * @param bytes the size of a value
   * @return a direct buffer of as many bytes, which may be the one given
   */
  ByteBuffer toTheirs(ByteBuffer values, List<Long> ours, int bytes);

  /** Reads what stands behind the bar of a rule. */
  static Change parse(String text) {
    Matcher window = Pattern.compile("([1-9])x\\1").matcher(text);
    if (window.matches()) {
      return Reshape.window(Integer.parseInt(window.group(1)));
    }
    return switch (text) {
      case "" -> NONE;
      case "flat" -> FLAT;
      default -> Rearrangement.parse(text);
    };
  }
}
