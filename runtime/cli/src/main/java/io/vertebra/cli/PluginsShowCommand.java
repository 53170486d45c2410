package io.vertebra.cli;

import io.vertebra.api.plugin.Kind;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.config.NearNames;
import io.vertebra.registry.schema.ExtensionDescriptor;
import io.vertebra.registry.schema.OptionTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the options of a part. */
@Command(
    name = "show",
    description = "Shows what a part is and which options it has.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  vertebra plugins show LeNet5"})
final class PluginsShowCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Parameters(
      paramLabel = "TYPE",
      description = "A type as in configs; where several kinds have it, all are shown.")
  private String type;

  PluginsShowCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    try (Vertebra vertebra = sessions.open("auto")) {
      Catalog catalog = vertebra.catalog();
      List<Extension> parts =
          Stream.of(Kind.values()).flatMap(kind -> catalog.find(kind, type).stream()).toList();
      if (parts.isEmpty()) {
        throw new UserException(unknown(catalog));
      }
      parts.forEach(this::print);
    }
    return 0;
  }

  private String unknown(Catalog catalog) {
    String broken =
        String.join(
            "",
            catalog.unavailable().stream()
                .filter(part -> part.descriptor().isNamed(type))
                .map(
                    part ->
                        "; that of %s cannot be used: %s".formatted(part.owner(), part.reason()))
                .toList());
    String near = NearNames.question(type, types(catalog)).map(hint -> "; " + hint).orElse("");
    return "there is no part of type '%s'%s%s See 'vertebra plugins' for all."
        .formatted(type, broken, near.isEmpty() ? "." : near);
  }

  private static List<String> types(Catalog catalog) {
    return Stream.of(Kind.values())
        .flatMap(kind -> catalog.list(kind).stream())
        .map(extension -> extension.descriptor().type())
        .distinct()
        .toList();
  }

  private void print(Extension extension) {
    ExtensionDescriptor part = extension.descriptor();
    terminal.out().printf("%s %s, of %s%n", part.kind().label(), part.type(), extension.owner());
    terminal.out().println(part.summary());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("OPTION", "VALUE", "DEFAULT", "MEANING"));
    for (OptionTable.Row row : OptionTable.of(part.allOptions())) {
      rows.add(List.of(row.key(), row.expectation(), row.standard(), row.doc()));
    }
    if (rows.size() > 1) {
      Columns.print(rows, terminal.out());
    }
    terminal.out().println();
  }
}
