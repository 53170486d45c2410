package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.osgi.framework.BundleReference;

/** Compares what there is after a test with what there was before it. */
final class LeakSentinel {
  private final PluginRuntime plugins;
  private final int arrays;

  LeakSentinel(PluginRuntime plugins) {
    this.plugins = plugins;
    this.arrays = plugins.liveArrays();
  }

  void check() {
    assertThat(plugins.liveArrays()).as("arrays that are still owned").isEqualTo(arrays);
    assertThat(plugins.liveImages()).as("images that were not closed").isZero();
    assertThat(threadsOfBundles()).as("threads that a plugin left behind").isEmpty();
  }

  /** A thread that plugin code starts inherits the class loader of its bundle. */
  private static List<String> threadsOfBundles() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getContextClassLoader() instanceof BundleReference)
        .map(Thread::getName)
        .toList();
  }
}
