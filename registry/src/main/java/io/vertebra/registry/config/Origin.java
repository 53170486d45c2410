package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a part of a config was written: a place in a file, or an option of the command line. Lines
 * and columns count from 1, columns in characters; 0 stands for a source without lines.
 */
public final class Origin {
  private static final int WIDEST = 160;
  private static final int BEFORE = 80;

  private final String source;
  private final int line;
  private final int column;
  private final SourceText text;

  private Origin(String source, int line, int column, SourceText text) {
    this.source = requireNonNull(source, "source is null");
    this.line = line;
    this.column = column;
    this.text = text;
  }

  /** Returns an origin that is no place in a file, such as the name of a default. */
  public static Origin of(String source) {
    return new Origin(source, 0, 0, null);
  }

  /** Returns the origin of what {@code --cfg-options} sets; a long option is shortened. */
  public static Origin override(String option) {
    requireNonNull(option, "option is null");
    return of("--cfg-options " + OneLine.shortened(option));
  }

  static Origin in(SourceText text, int line, int column) {
    return new Origin(text.name(), line, column, text);
  }

  /** Returns the file as it was named, or the option. */
  public String source() {
    return source;
  }

  /** Returns the line from 1, or 0 where there are none. */
  public int line() {
    return line;
  }

  /** Returns the column from 1, or 0 where there are no lines. */
  public int column() {
    return column;
  }

  /**
   * Returns the line of the source with a caret below the column, two lines with no line end at the
   * end, or nothing where the text is not known. Long lines are cut around the column.
   */
  public Optional<String> excerpt() {
    return text == null ? Optional.empty() : text.line(line).map(this::pointed);
  }

  private String pointed(String whole) {
    int caret = Math.min(whole.codePointCount(0, whole.length()), Math.max(0, column - 1));
    int from = caret > BEFORE ? caret - BEFORE : 0;
    StringBuilder shown = new StringBuilder();
    whole
        .codePoints()
        .skip(from)
        .limit(WIDEST)
        .map(Origin::visible)
        .forEach(shown::appendCodePoint);
    return shown.toString().stripTrailing() + "\n" + " ".repeat(caret - from) + "^";
  }

  private static int visible(int codePoint) {
    return Character.isISOControl(codePoint) ? ' ' : codePoint;
  }

  /** Returns {@code file:line:column}, or {@code --cfg-options key=value}. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin that
        && source.equals(that.source)
        && line == that.line
        && column == that.column;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * source.hashCode() + line) + column;
  }
}
