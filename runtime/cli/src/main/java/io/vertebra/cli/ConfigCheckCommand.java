package io.vertebra.cli;

import io.vertebra.engine.config.ExperimentCheck;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.bind.Report;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks configs against the plugins. */
@Command(
    name = "check",
    description = {
      "Checks types, keys and values of configs against the plugins, and whether the parts fit each"
          + " other and the data.",
      "Ends with exit code 0, or with 2 where a file has an error. Data that is not there is none."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra config check configs/*.yaml",
      "  vertebra config check --format json mine.yaml"
    })
final class ConfigCheckCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONFIG", arity = "1..*", description = "A .yaml or .json file.")
  private List<Path> configs = List.of();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description =
          "text, or json for editors and CI: an array of objects with file, line, column, severity,"
              + " message, hint and key (default: ${DEFAULT-VALUE}).")
  private String format = "text";

  @Mixin private ConfigOverrides overrides;

  ConfigCheckCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    if (!format.equals("text") && !format.equals("json")) {
      throw new ParameterException(
          spec.commandLine(), "--format is '" + format + "', but must be text or json");
    }
    ConfigFindings findings = new ConfigFindings();
    try (Vertebra vertebra = sessions.open("auto")) {
      for (Path config : configs) {
        Report report = check(config, vertebra.catalog());
        findings.add(report.problems(), report.warnings());
        if (format.equals("text")) {
          print(config, report);
        }
      }
    }
    if (format.equals("json")) {
      findings.writeJson(terminal.out());
      terminal.out().println();
    }
    return findings.hasErrors() ? ErrorReport.USER : 0;
  }

  private Report check(Path config, Catalog catalog) {
    try {
      MappingNode tree = new ConfigLoader().load(config, overrides.values());
      return ExperimentCheck.of(catalog, tree).report();
    } catch (ConfigException e) {
      Report report = new Report();
      report.problems(e.problems());
      return report;
    }
  }

  private void print(Path config, Report report) {
    report.warnings().forEach(warning -> terminal.err().println("warning: " + warning));
    report.problems().forEach(problem -> terminal.err().println("error: " + problem));
    int errors = report.problems().size();
    if (errors == 0) {
      terminal.out().println(config + ": all is well");
    } else {
      String count = errors == 1 ? "1 error" : errors + " errors";
      terminal.err().println("vertebra: " + count + " in " + config);
    }
  }
}
