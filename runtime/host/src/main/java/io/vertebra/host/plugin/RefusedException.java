package io.vertebra.host.plugin;

/** Says why a jar is not taken as a plugin. */
class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final PluginState state;
  private final String detail;

  /** Makes a refusal with what a person reads first. */
  RefusedException(String reason) {
    this(PluginState.REFUSED, reason, "", null);
  }

  /** Makes a refusal with the failure behind it. */
  RefusedException(String reason, Throwable cause) {
    this(PluginState.REFUSED, reason, String.valueOf(cause), cause);
  }

  /** Makes a refusal with a state and a detail for developers. */
  RefusedException(PluginState state, String reason, String detail, Throwable cause) {
    super(reason, cause);
    this.state = state;
    this.detail = detail;
  }

  PluginState state() {
    return state;
  }

  String detail() {
    return detail;
  }
}
