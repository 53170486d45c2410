package io.vertebra.host.plugin;

/** Where a plugin bundle stands. */
public enum PluginState {
  /** Its parts are in the catalog. */
  ACTIVE,
  /** It is installed, but new builds take a newer version of it. */
  SUPERSEDED,
  /** It was uninstalled or replaced, and goes when its last lease is closed. */
  DRAINING,
  /** It needs something that the runtime does not have. */
  UNRESOLVED,
  /** It is set aside, for example because its jar is broken or another bundle has its types. */
  REFUSED
}
