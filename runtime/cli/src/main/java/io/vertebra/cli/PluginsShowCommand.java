package io.vertebra.cli;

import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.config.ExperimentSchema;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.config.NearNames;
import io.vertebra.registry.schema.OptionType;
import io.vertebra.registry.schema.ReferencePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the options of parts. */
@Command(
    name = "show",
    description = "Shows what parts are and which options they have.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra plugins show LeNet5",
      "  vertebra plugins show --all --out reference.md",
    })
final class PluginsShowCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Parameters(
      paramLabel = "TYPE",
      arity = "0..*",
      description = "Types as in configs; where several kinds have one, all are shown.")
  private List<String> types = List.of();

  @Option(names = "--all", description = "Show all parts, and the keys of a config.")
  private boolean all;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write a .md file instead, as a reference page.")
  private Path out;

  PluginsShowCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(out, ".md");
    boolean named = !types.isEmpty();
    if (all == named) {
      throw new UserException("name types, or all of them by --all; 'vertebra plugins' lists them");
    }
    Optional<OptionType.Section> config =
        all ? Optional.of(ExperimentSchema.read()) : Optional.empty();
    try (Vertebra vertebra = sessions.open("auto")) {
      List<Extension> parts = parts(vertebra.catalog());
      if (out == null) {
        new PartPrinter(terminal.out()).print(parts, config);
      } else {
        OutputFiles.write(out, writer -> writer.write(ReferencePage.write(parts, config)));
        terminal.out().println("reference: " + out);
      }
    }
    return 0;
  }

  private List<Extension> parts(Catalog catalog) {
    return all
        ? all(catalog).toList()
        : types.stream().flatMap(type -> named(catalog, type).stream()).distinct().toList();
  }

  private static Stream<Extension> all(Catalog catalog) {
    return Stream.of(Kind.values()).flatMap(kind -> catalog.list(kind).stream());
  }

  private static List<Extension> named(Catalog catalog, String type) {
    List<Extension> parts =
        Stream.of(Kind.values()).flatMap(kind -> catalog.find(kind, type).stream()).toList();
    if (parts.isEmpty()) {
      throw new UserException(unknown(catalog, type));
    }
    return parts;
  }

  private static String unknown(Catalog catalog, String type) {
    String broken =
        String.join(
            "",
            catalog.unavailable().stream()
                .filter(part -> part.descriptor().isNamed(type))
                .map(
                    part ->
                        "; that of %s cannot be used: %s".formatted(part.owner(), part.reason()))
                .toList());
    List<String> names = all(catalog).map(part -> part.descriptor().type()).distinct().toList();
    String near = NearNames.question(type, names).map(hint -> "; " + hint).orElse("");
    return "there is no part of type '%s'%s%s See 'vertebra plugins' for all."
        .formatted(type, broken, near.isEmpty() ? "." : near);
  }
}
