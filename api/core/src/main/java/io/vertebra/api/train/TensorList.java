package io.vertebra.api.train;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Arrays that native code handles as one, such as the gradients of a group. It belongs to the
 * engine, which closes it.
 */
@ProviderType
public interface TensorList {
  /**
   * How many arrays there are.
   *
   * @return the number
   */
  int size();
}
