package io.vertebra.host.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads jars on a thread of its own while the framework starts. */
final class ReadAhead implements JarSource, AutoCloseable {
  private final JarSource source;
  private final Map<Path, FutureTask<Candidate>> tasks;
  private final Thread thread;

  private ReadAhead(JarSource source, List<Path> jars) {
    this.source = source;
    tasks =
        jars.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), jar -> new FutureTask<>(() -> source.read(jar))));
    thread = new Thread(() -> jars.forEach(jar -> tasks.get(jar).run()), "vertebra-jar-reader");
    thread.setDaemon(true);
  }

  /**
   * Starts to read.
   *
   * @param source reads
   * @param jars the jars, in the order in which they will be asked for
   * @return what was read, owned by the caller
   */
  static ReadAhead start(JarSource source, List<Path> jars) {
    ReadAhead ahead = new ReadAhead(source, jars);
    ahead.thread.start();
    return ahead;
  }

  @Override
  public Candidate read(Path jar) throws RefusedException {
    FutureTask<Candidate> task = tasks.get(jar);
    // Reads it here where the thread has not come to it yet.
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw new IllegalStateException("'" + jar + "' cannot be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return source.read(jar);
    }
  }

  /** Drops what was not read yet, and waits for the thread. */
  @Override
  public void close() {
    tasks.values().forEach(task -> task.cancel(false));
    Threads.join(thread);
  }
}
