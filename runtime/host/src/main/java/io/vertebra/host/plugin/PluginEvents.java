package io.vertebra.host.plugin;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Collects events while something changes, and then logs them and tells them to listeners. */
final class PluginEvents {
  private static final Logger LOG = LoggerFactory.getLogger(PluginEvents.class);

  private final Queue<PluginEvent> pending = new ConcurrentLinkedQueue<>();
  private final List<PluginListener> listeners = new CopyOnWriteArrayList<>();

  void add(PluginEvent event) {
    pending.add(event);
  }

  void addListener(PluginListener listener) {
    listeners.add(listener);
  }

  void removeListener(PluginListener listener) {
    listeners.remove(listener);
  }

  /**
   * Tells what was collected.
   *
   * @param level the level to log at; a jar that is set aside is a warning in any case
   */
  void deliver(Level level) {
    for (PluginEvent event = pending.poll(); event != null; event = pending.poll()) {
      LOG.atLevel(event.type() == PluginEvent.Type.SET_ASIDE ? Level.WARN : level)
          .log(event.message());
      for (PluginListener listener : listeners) {
        tell(listener, event);
      }
    }
  }

  private static void tell(PluginListener listener, PluginEvent event) {
    try {
      listener.changed(event);
    } catch (RuntimeException e) {
      LOG.error("a listener failed at '{}'", event.message(), e);
    }
  }
}
