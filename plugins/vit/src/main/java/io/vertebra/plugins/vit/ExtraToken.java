package io.vertebra.plugins.vit;

import io.vertebra.api.model.Distribution;

/**
 * A token that is learnt and stands before those of the patches.
 *
 * @param name the name of its parameter
 * @param initial what a new one is filled with
 */
record ExtraToken(String name, Distribution initial) {
  /** The token that the class is told from. */
  static final ExtraToken CLASS = new ExtraToken("cls_token", Distribution.zeros());
}
