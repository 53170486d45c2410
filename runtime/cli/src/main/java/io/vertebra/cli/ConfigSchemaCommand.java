package io.vertebra.cli;

import io.vertebra.engine.config.ExperimentSchema;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what configs may hold. */
@Command(
    name = "schema",
    description = "Prints a JSON Schema of configs with all parts that plugins have.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "An editor that is told of the schema completes types and keys, and marks mistakes. After"
          + " plugins changed, write it again.",
      "",
      "Examples:",
      "  vertebra config schema --out vertebra.schema.json"
    })
final class ConfigSchemaCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Option(names = "--out", paramLabel = "FILE", description = "Write a .json file instead.")
  private Path out;

  ConfigSchemaCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(out, ".json");
    String schema = schema();
    if (out == null) {
      terminal.out().print(schema);
      terminal.out().flush();
    } else {
      OutputFiles.write(out, writer -> writer.write(schema));
      terminal.out().println("schema: " + out);
    }
    return 0;
  }

  private String schema() throws IOException {
    try (Vertebra vertebra = sessions.open("auto")) {
      return new JsonSchema(vertebra.catalog(), ExperimentSchema.read()).write();
    }
  }
}
