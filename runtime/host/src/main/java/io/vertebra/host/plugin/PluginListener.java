package io.vertebra.host.plugin;

/** Is told of changes of the plugins. */
@FunctionalInterface
public interface PluginListener {
  /**
   * Takes note of a change, after it took effect. Events come one at a time and in order, on the
   * thread that made the change; further changes wait until this returns.
   *
   * @param event the change
   */
  void changed(PluginEvent event);
}
