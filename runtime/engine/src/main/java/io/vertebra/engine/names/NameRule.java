package io.vertebra.engine.names;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One rule: a pattern of names of ours, and what it makes of them; either may be missing. */
record NameRule(
    Optional<NamePattern> ours,
    String ourText,
    List<NameTemplate> theirs,
    Share share,
    Change change) {
  private static final String NOTHING = "-";

  static NameRule parse(String text) {
    String[] sides = text.split(" = ", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException("'" + text + "' is no rule: write OURS = THEIRS");
    }
    String[] parts = sides[1].split(" \\| ", 2);
    List<NameTemplate> theirs =
        parts[0].equals(NOTHING)
            ? List.of()
            : Arrays.stream(parts[0].split(" & ", -1)).map(NameTemplate::new).toList();
    Optional<NamePattern> ours =
        sides[0].equals(NOTHING) ? Optional.empty() : Optional.of(NamePattern.of(sides[0]));
    String how = parts.length == 2 ? parts[1] : "";
    Optional<Share> share = Share.parse(how);
    Change change = share.isPresent() ? Change.NONE : Change.parse(how);
    return new NameRule(ours, sides[0], theirs, share.orElse(Share.WHOLE), change);
  }

  /** What an array of ours is called there; empty where the rule is not one for it. */
  Optional<TheirNames> names(String name) {
    return ours.flatMap(pattern -> pattern.match(name)).flatMap(this::filled);
  }

  private Optional<TheirNames> filled(NamePattern.Match match) {
    List<String> names = theirs.stream().flatMap(each -> each.fill(match).stream()).toList();
    return names.size() == theirs.size()
        ? Optional.of(new TheirNames(names, share, change))
        : Optional.empty();
  }

  /** Whether the rule speaks of a name of theirs. */
  boolean speaksOf(String theirName) {
    return theirs.stream()
        .anyMatch(each -> NamePattern.of(each.text()).match(theirName).isPresent());
  }
}
