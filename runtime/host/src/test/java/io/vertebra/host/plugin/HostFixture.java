package io.vertebra.host.plugin;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Extension.Lease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the tests of a host have in common. */
final class HostFixture {
  private HostFixture() {}

  static PluginHost open(Path... folders) throws IOException {
    return PluginHost.open(new PluginHostOptions(List.of(folders), Optional.empty(), binder -> {}));
  }

  static Extension sampler(Catalog catalog, String type) {
    return catalog.find(Kind.SAMPLER, type).orElseThrow();
  }

  static Lease lease(PluginHost host, String type) {
    return sampler(host.catalog(), type).provider().lease();
  }

  /** Builds a sampler through its constructor and asks it for the indices of an epoch. */
  static int[] indices(Lease lease, int epoch) throws ReflectiveOperationException {
    return ((Sampler) lease.pluginClass().getConstructor().newInstance()).indices(epoch);
  }

  static PluginInfo only(PluginHost host, PluginState state) {
    List<PluginInfo> found = host.plugins().stream().filter(p -> p.state() == state).toList();
    if (found.size() != 1) {
      throw new AssertionError("not one " + state + " in " + host.plugins());
    }
    return found.get(0);
  }

  static List<PluginState> states(PluginHost host) {
    return host.plugins().stream().map(PluginInfo::state).toList();
  }
}
