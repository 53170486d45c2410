package io.vertebra.cli;

import io.vertebra.engine.zoo.ModelEntry;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists models. */
@Command(name = "list", description = "Lists models.", mixinStandardHelpOptions = true)
final class ZooListCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Installation installation;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      description = "Only models of such names; * stands for any text.")
  private String pattern = "*";

  @Mixin private ZooFolder folder;

  ZooListCommand(Terminal terminal, Installation installation) {
    this.terminal = terminal;
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    PathMatcher wanted = matcher();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "PARAMETERS", "MACS", "WEIGHTS", "CONFIG"));
    for (ModelEntry model : folder.index(installation).models()) {
      if (wanted.matches(Path.of(model.name()))) {
        rows.add(
            List.of(
                model.name(),
                model.text("Metadata.Parameters").orElse("-"),
                model.text("Metadata.MACs").orElse("-"),
                model.weights().isPresent() ? "yes" : "-",
                model.config().map(Path::toString).orElse("-")));
      }
    }
    if (rows.size() == 1) {
      throw new UserException("no model has a name such as '" + pattern + "'");
    }
    Columns.print(rows, terminal.out());
    return 0;
  }

  private PathMatcher matcher() {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new UserException("'" + pattern + "' is no pattern: " + e.getDescription(), e);
    }
  }
}
