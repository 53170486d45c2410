package io.vertebra.cli;

import com.google.gson.stream.JsonWriter;
import io.vertebra.registry.config.ConfigPath;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.Origin;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What was found in config files, as programs read it. */
final class ConfigFindings {
  private record Finding(String severity, ConfigProblem problem) {}

  private final List<Finding> findings = new ArrayList<>();

  /** Takes what was found in a file. */
  void add(List<ConfigProblem> problems, List<ConfigProblem> warnings) {
    problems.forEach(problem -> findings.add(new Finding("error", problem)));
    warnings.forEach(warning -> findings.add(new Finding("warning", warning)));
  }

  /** Whether a file cannot be used. */
  boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity().equals("error"));
  }

  /**
   * Writes all findings as one array of objects. Lines and columns count from 1; they are 0 where a
   * finding is about an option of the command line, which then stands as the file.
   */
  void writeJson(Writer writer) throws IOException {
    JsonWriter json = Json.writer(writer);
    json.beginArray();
    for (Finding finding : findings) {
      write(finding, json);
    }
    json.endArray().flush();
  }

  private static void write(Finding finding, JsonWriter json) throws IOException {
    ConfigProblem problem = finding.problem();
    Origin origin = problem.origin();
    json.beginObject().name("file").value(origin.source());
    json.name("line").value(origin.line()).name("column").value(origin.column());
    json.name("severity").value(finding.severity());
    json.name("message").value(problem.message());
    json.name("hint").value(problem.hint().orElse(null));
    json.name("key").value(problem.key().map(ConfigPath::toString).orElse(null)).endObject();
  }
}
