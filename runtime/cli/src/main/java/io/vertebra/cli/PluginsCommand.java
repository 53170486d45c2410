package io.vertebra.cli;

import io.vertebra.host.Vertebra;
import io.vertebra.host.plugin.PluginInfo;
import io.vertebra.host.plugin.PluginState;
import io.vertebra.registry.catalog.Owner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists plugins. */
@Command(
    name = "plugins",
    description = "Lists all parts that configs can name, and jars that cannot be used.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Plugins are the jars in the folder plugins/ of the distribution; copy one there to have its"
          + " parts."
    })
final class PluginsCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  PluginsCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    try (Vertebra vertebra = sessions.open("auto")) {
      List<PluginInfo> plugins = vertebra.plugins();
      Columns.print(rows(plugins), terminal.out());
      plugins.stream().filter(plugin -> !plugin.reason().isEmpty()).forEach(this::printReason);
    }
    return 0;
  }

  private static List<List<String>> rows(List<PluginInfo> plugins) {
    List<List<String>> rows = new ArrayList<>();
    for (PluginInfo plugin : plugins) {
      Owner owner = plugin.owner().orElse(new Owner(plugin.source().getFileName().toString(), "?"));
      String state = state(plugin.state());
      plugin.extensions().stream()
          .map(
              part ->
                  List.of(part.kind().label(), part.type(), owner.name(), owner.version(), state))
          .forEach(rows::add);
    }
    rows.sort(
        Comparator.<List<String>, String>comparing(row -> row.get(0))
            .thenComparing(row -> row.get(1)));
    rows.add(0, List.of("KIND", "TYPE", "BUNDLE", "VERSION", "STATE"));
    return rows;
  }

  private void printReason(PluginInfo plugin) {
    terminal
        .out()
        .printf("%n%s (%s): %s%n", plugin.source(), state(plugin.state()), plugin.reason());
    if (terminal.debug() && !plugin.detail().isEmpty()) {
      terminal.out().println(plugin.detail());
    }
  }

  private static String state(PluginState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
