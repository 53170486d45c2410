package io.vertebra.api.plugin;

/**
 * A part that its parent builds, as often as it likes, with arguments that only the parent knows,
 * such as the number of features of a norm. An options component of this type takes the same
 * mapping as one of type {@code T}.
 *
 * @param <T> the extension point of the part
 */
public interface Factory<T> {
  /**
   * Builds one part.
   *
   * @param arguments the parent's arguments; each is handed to the constructor parameter of its
   *     type, and one that the part has no parameter for is left out
   * @return a new part
   */
  T create(Object... arguments);
}
