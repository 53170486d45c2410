package io.vertebra.registry.config;

import org.yaml.snakeyaml.error.Mark;

/** Tells which origin a position in a parsed text has. */
interface Places {
  /** Returns the origin of a line and a column, both from 1. */
  Origin at(int line, int column);

  /** Returns the origin of a mark of the parser. */
  default Origin at(Mark mark) {
    return at(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
