package io.vertebra.host.framework;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.wiring.BundleRequirement;

/**
 * The filter of a requirement, read back into the words of a manifest. A range stands in a filter
 * as {@code (version>=1.2.0)(!(version>=2.0.0))}.
 *
 * @param text the filter
 */
record RequirementFilter(String text) {
  private static final Pattern NEGATED =
      Pattern.compile("\\(!\\(version(?<sign>[<>])=(?<version>[^)]*)\\)\\)");
  private static final Pattern PLAIN =
      Pattern.compile("\\(version(?<sign>[<>]?)=(?<version>[^)]*)\\)");

  static RequirementFilter of(BundleRequirement requirement) {
    return new RequirementFilter(
        requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, ""));
  }

  /** The value that an attribute must have; empty where the filter does not say. */
  String value(String attribute) {
    Matcher matcher =
        Pattern.compile("\\(" + Pattern.quote(attribute) + "=(?<value>[^)]*)\\)").matcher(text);
    return matcher.find() ? matcher.group("value") : "";
  }

  /** The versions that are let through; empty where all are. */
  Optional<VersionRange> range() {
    Optional<Version> atLeast = find(PLAIN, withoutNegated(), ">");
    Optional<Version> above = find(NEGATED, text, "<");
    Optional<Version> atMost = find(PLAIN, withoutNegated(), "<");
    Optional<Version> below = find(NEGATED, text, ">");
    if (atLeast.isEmpty() && above.isEmpty() && atMost.isEmpty() && below.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new VersionRange(
            above.isPresent() ? VersionRange.LEFT_OPEN : VersionRange.LEFT_CLOSED,
            above.or(() -> atLeast).orElse(Version.emptyVersion),
            below.or(() -> atMost).orElse(null),
            below.isPresent() ? VersionRange.RIGHT_OPEN : VersionRange.RIGHT_CLOSED));
  }

  /** The single version that is asked for, as it is written for an execution environment. */
  String versionText() {
    Matcher matcher = PLAIN.matcher(text);
    return matcher.find() ? matcher.group("version") : "";
  }

  /** A version for people: {@code 1.0} for 1.0.0. */
  static String text(Version version) {
    return version.toString().replaceFirst("\\.0$", "");
  }

  /** A range for people: {@code [1.2,2)} for [1.2.0,2.0.0). */
  static String text(VersionRange range) {
    String left = bound(range.getLeft());
    return range.getRight() == null
        ? left + " or newer"
        : range.getLeftType() + left + "," + bound(range.getRight()) + range.getRightType();
  }

  private static String bound(Version version) {
    return version.toString().replaceFirst("(\\.0){1,2}$", "");
  }

  private String withoutNegated() {
    return NEGATED.matcher(text).replaceAll("");
  }

  private static Optional<Version> find(Pattern pattern, String text, String sign) {
    return pattern
        .matcher(text)
        .results()
        .filter(result -> result.group(1).equals(sign))
        .map(result -> new Version(result.group(2)))
        .findFirst();
  }
}
