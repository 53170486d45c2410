package io.vertebra.host.plugin;

/** Says which installed bundle stands in the way of another one. It may go later. */
final class ConflictException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** Makes a refusal that names both bundles. */
  ConflictException(String reason) {
    super(reason);
  }
}
