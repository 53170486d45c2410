package io.vertebra.registry.config;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** The events of the YAML parser; its complaints become problems with a place. */
final class YamlEvents {
  private final String text;
  private final Places places;
  private final Problems problems;
  private final ParserImpl parser;

  YamlEvents(String text, Places places, Problems problems) {
    this.text = text;
    this.places = places;
    this.problems = problems;
    this.parser = new ParserImpl(new StreamReader(text), options());
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Limits.MAX_TEXT);
    return options;
  }

  Event next() {
    try {
      return parser.getEvent();
    } catch (YAMLException e) {
      throw problems.fatal(problem(e));
    }
  }

  Event peek() {
    try {
      return parser.peekEvent();
    } catch (YAMLException e) {
      throw problems.fatal(problem(e));
    }
  }

  boolean at(Event.ID kind) {
    return peek().is(kind);
  }

  private ConfigProblem problem(YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return ConfigProblem.of(places.at(marked.getProblemMark()), message(marked));
    }
    if (e instanceof ReaderException unreadable) {
      String message =
          String.format("no character U+%04X may stand here", unreadable.getCodePoint());
      return ConfigProblem.of(
          position(unreadable.getPosition()), message, "write it as an escape in double quotes");
    }
    return ConfigProblem.of(places.at(1, 1), e.getMessage());
  }

  private String message(MarkedYAMLException e) {
    Mark context = e.getContextMark();
    String where = context == null ? "" : " that begins at line " + (context.getLine() + 1);
    String within = e.getContext() == null ? "" : " (" + e.getContext() + where + ")";
    return "this is not YAML: " + e.getProblem() + within;
  }

  private Origin position(int offset) {
    int end = Math.min(offset, text.codePointCount(0, text.length()));
    String before = text.substring(0, text.offsetByCodePoints(0, end));
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return places.at(line, 1 + before.codePointCount(lineStart, before.length()));
  }
}
