package io.vertebra.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.vertebra.engine.EngineServices;
import io.vertebra.host.Vertebra;
import io.vertebra.host.plugin.PluginState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run records of the machine and the software, to be repeated or compared. */
final class EnvironmentRecord {
  private EnvironmentRecord() {}

  /** The record, name to value, of a Vertebra that was opened for a device. */
  static Map<String, Object> of(Vertebra vertebra, String device) {
    EngineServices engine = vertebra.engine();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("vertebra", Installation.version());
    record.put("djl", Engine.getDjlVersion());
    record.put("pytorch", engine.runtime().version());
    record.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    record.put(
        "os",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    record.put("cpus", Runtime.getRuntime().availableProcessors());
    record.put("max_heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    record.put("intra_op_threads", engine.runtime().intraOpThreads());
    record.put("inter_op_threads", engine.runtime().interOpThreads());
    record.put("omp_wait_policy", System.getenv("OMP_WAIT_POLICY"));
    record.put("allocator", Allocator.describe(System.getenv()));
    record.put("device_asked_for", device);
    record.put("device", name(engine.device()));
    record.put("plugins", plugins(vertebra));
    return record;
  }

  private static String name(Device device) {
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }

  private static List<String> plugins(Vertebra vertebra) {
    return vertebra.plugins().stream()
        .filter(plugin -> plugin.state() == PluginState.ACTIVE)
        .flatMap(plugin -> plugin.owner().stream())
        .map(Object::toString)
        .sorted()
        .toList();
  }
}
