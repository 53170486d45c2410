package io.vertebra.host.plugin;

import static java.util.Objects.requireNonNull;

import io.vertebra.registry.catalog.Owner;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A change of the plugins.
 *
 * @param type what happened
 * @param jar the file that it is about
 * @param owner symbolic name and version of its bundle; empty where the jar does not say
 * @param message what happened, in one sentence, with the reason where a jar is set aside
 */
public record PluginEvent(Type type, Path jar, Optional<Owner> owner, String message) {
  /** Makes an event. */
  public PluginEvent {
    requireNonNull(type, "type is null");
    requireNonNull(jar, "jar is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(message, "message is null");
  }

  /** What happened. */
  public enum Type {
    /** A jar was taken beside those that were there. */
    INSTALLED,
    /** A jar was taken in place of another one. */
    REPLACED,
    /** A jar is no longer used for new builds, or no longer set aside. */
    REMOVED,
    /** A jar was not taken. What came from it before stays. */
    SET_ASIDE
  }

  static PluginEvent installed(Candidate candidate) {
    return of(
        Type.INSTALLED,
        candidate,
        "plugin %s is installed from '%s'".formatted(candidate, candidate.source()));
  }

  static PluginEvent replaced(Candidate before, Candidate candidate) {
    return of(
        Type.REPLACED,
        candidate,
        "plugin %s of '%s' takes the place of %s"
            .formatted(
                candidate,
                candidate.source(),
                before.isSameBundle(candidate) ? "an earlier build" : before.toString()));
  }

  static PluginEvent removed(Candidate candidate) {
    return of(Type.REMOVED, candidate, "plugin %s is removed".formatted(candidate));
  }

  static PluginEvent removed(SetAside jar) {
    return new PluginEvent(
        Type.REMOVED,
        jar.source(),
        jar.candidate().map(Candidate::owner),
        "'%s', which was set aside, is gone".formatted(jar.source()));
  }

  static PluginEvent setAside(SetAside jar, Optional<Candidate> staying) {
    return new PluginEvent(
        Type.SET_ASIDE,
        jar.source(),
        jar.candidate().map(Candidate::owner),
        jar.reason() + staying.map(there -> "; plugin " + there + " stays in use").orElse(""));
  }

  private static PluginEvent of(Type type, Candidate candidate, String message) {
    return new PluginEvent(type, candidate.source(), Optional.of(candidate.owner()), message);
  }
}
