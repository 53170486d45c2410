package io.vertebra.cli;

import ai.djl.engine.Engine;
import io.vertebra.engine.EngineServices;
import io.vertebra.host.Vertebra;
import io.vertebra.host.plugin.PluginInfo;
import io.vertebra.host.plugin.PluginState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at the machine and the installation. */
@Command(
    name = "doctor",
    description = {
      "Shows what Vertebra runs on, what is wrong with it and how to mend it.",
      "Ends with 0 where nothing is wrong, else with 2."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final long LEAST_DISK_MB = 1024;
  private static final long LEAST_MEMORY_MB = 2048;

  private final Terminal terminal;
  private final Sessions sessions;
  private final List<String> complaints = new ArrayList<>();

  DoctorCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    sessions.preloadLibrary();
    line("Vertebra", Installation.version());
    machine();
    try (Vertebra vertebra = sessions.open("auto")) {
      plugins(vertebra.plugins());
      line("JPEG decoder", vertebra.jpegDecoder());
      library(vertebra);
    }
    complaints.forEach(complaint -> terminal.out().println("problem: " + complaint));
    terminal.out().println(complaints.isEmpty() ? "nothing is wrong" : "");
    return complaints.isEmpty() ? 0 : ErrorReport.USER;
  }

  private void line(String name, Object value) {
    terminal.out().printf("%-16s %s%n", name, value);
  }

  private void machine() throws IOException {
    line("Java", "%s, %s".formatted(Runtime.version(), System.getProperty("java.home")));
    line(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    line("processors", Runtime.getRuntime().availableProcessors());
    memory();
    Path here = Path.of("").toAbsolutePath();
    long disk = Files.getFileStore(here).getUsableSpace() >> 20;
    line("free disk", disk + " MB in " + here);
    if (disk < LEAST_DISK_MB) {
      complaints.add(
          "less than %d MB of disk are free; checkpoints may not fit: choose another --work-dir"
              .formatted(LEAST_DISK_MB));
    }
    line("OMP_WAIT_POLICY", waitPolicy());
    line(
        "GOMP_SPINCOUNT",
        Optional.ofNullable(System.getenv("GOMP_SPINCOUNT"))
            .orElse("not set; set when the library is loaded"));
    line("allocator", Allocator.describe(System.getenv()));
  }

  private void memory() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      long free = system.getFreeMemorySize() >> 20;
      line(
          "memory",
          "%d MB free of %d MB, %d MB for the Java heap"
              .formatted(free, system.getTotalMemorySize() >> 20, heap));
      if (system.getTotalMemorySize() >> 20 < LEAST_MEMORY_MB) {
        complaints.add("less than %d MB of memory; use small batches".formatted(LEAST_MEMORY_MB));
      }
    } else {
      line("memory", heap + " MB for the Java heap");
    }
  }

  private String waitPolicy() {
    String policy = System.getenv("OMP_WAIT_POLICY");
    if (policy != null && !policy.equalsIgnoreCase("passive")) {
      complaints.add(
          "OMP_WAIT_POLICY is '%s': threads that wait will spin, which is many times slower; unset"
                  .formatted(policy)
              + " it");
    }
    return policy == null ? "not set; set to passive when the library is loaded" : policy;
  }

  private void plugins(List<PluginInfo> plugins) {
    long active = plugins.stream().filter(each -> each.state() == PluginState.ACTIVE).count();
    line("plugins", active + " of " + plugins.size() + " jars active");
    for (PluginInfo plugin : plugins) {
      if (!plugin.reason().isEmpty()) {
        complaints.add(plugin.source() + ": " + plugin.reason());
      }
    }
  }

  private void library(Vertebra vertebra) {
    try {
      EngineServices engine = vertebra.engine();
      line("DJL", Engine.getDjlVersion());
      line("PyTorch", engine.runtime().version() + ", " + engine.runtime().libraryPath());
      line("devices", engine.runtime().devices());
      line(
          "threads",
          ("%d for one operation, %d operations at once, %d to decode images where num_workers is"
                  + " left out")
              .formatted(
                  engine.runtime().intraOpThreads(),
                  engine.runtime().interOpThreads(),
                  Runtime.getRuntime().availableProcessors()));
    } catch (RuntimeException | LinkageError e) {
      complaints.add(
          "the native library cannot be loaded: %s. Is this platform one that the distribution was"
                  .formatted(ErrorReport.userMessage(e).orElseGet(e::toString))
              + " built for?");
    }
  }
}
