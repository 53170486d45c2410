package io.vertebra.host.plugin;

import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.Collection;

/** The rules of who may stand beside whom. A bundle keeps them as a whole or is not taken. */
final class Conflicts {
  private Conflicts() {}

  /**
   * Checks a bundle against those that are there.
   *
   * @param candidate the bundle that wants in
   * @param others the bundles that stay
   * @throws ConflictException if one of them is the same bundle, or has one of its types
   */
  static void check(Candidate candidate, Collection<Candidate> others) throws ConflictException {
    for (Candidate other : others) {
      if (other.isSameBundle(candidate)) {
        throw new ConflictException(
            "plugin %s of '%s' is already installed from '%s': remove one of the two jars"
                .formatted(candidate, candidate.source(), other.source()));
      }
      if (!other.name().equals(candidate.name())) {
        checkTypes(candidate, other);
      }
    }
  }

  private static void checkTypes(Candidate candidate, Candidate other) throws ConflictException {
    for (ExtensionDescriptor extension : candidate.extensions()) {
      if (other.extensions().stream().anyMatch(there -> isSame(there, extension))) {
        throw new ConflictException(
            "plugin %s provides the %s '%s', and so does plugin %s, which came first: remove one of"
                    .formatted(candidate, extension.kind().label(), extension.type(), other)
                + " the two, or write 'type: %s/%s' where this one is meant"
                    .formatted(candidate.name(), extension.type()));
      }
    }
  }

  private static boolean isSame(ExtensionDescriptor one, ExtensionDescriptor other) {
    return one.kind() == other.kind() && one.type().equals(other.type());
  }
}
