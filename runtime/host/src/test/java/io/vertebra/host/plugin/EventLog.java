package io.vertebra.host.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps the events of a host, and waits for the next ones. */
final class EventLog implements PluginListener {
  private static final long DEADLINE_SECONDS = 30;

  private final BlockingQueue<PluginEvent> events = new LinkedBlockingQueue<>();

  @Override
  public void changed(PluginEvent event) {
    events.add(event);
  }

  /** Waits for the next event, which must be of the given type. */
  PluginEvent next(PluginEvent.Type type) throws InterruptedException {
    PluginEvent event = events.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (event == null || event.type() != type) {
      throw new AssertionError("not " + type + " within the deadline but " + event);
    }
    return event;
  }

  /** The events that nobody waited for. */
  List<PluginEvent> rest() {
    return new ArrayList<>(events);
  }
}
