package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259): objects become maps in their order, arrays lists, numbers {@link Double},
 * and null stays null.
 */
final class JsonParser {
  private final Path file;
  private final String text;
  private int at;

  private JsonParser(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is no JSON; the message names file and line
   */
  static Object read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "There is no file '%s': check data_root and ann_file".formatted(file.toAbsolutePath()));
    }
    JsonParser parser = new JsonParser(file, Files.readString(file));
    Object value = parser.value();
    if (parser.peek() != 0) {
      throw parser.unexpected("the end of the file");
    }
    return value;
  }

  /** The next character that is no blank, or 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Object value() throws IOException {
    char first = peek();
    return switch (first) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Object word(String word, Object value) throws IOException {
    if (!text.startsWith(word, at)) {
      throw unexpected("a value");
    }
    at += word.length();
    return value;
  }

  private Object number() throws IOException {
    int end = at;
    while (end < text.length() && "+-.eE0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    try {
      Double number = Double.valueOf(text.substring(at, end));
      at = end;
      return number;
    } catch (NumberFormatException e) {
      throw unexpected("a value");
    }
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    while (peek() != '}') {
      if (!object.isEmpty()) {
        expect(',');
      }
      peek();
      String name = string();
      expect(':');
      object.put(name, value());
    }
    at++;
    return object;
  }

  private List<Object> array() throws IOException {
    List<Object> array = new ArrayList<>();
    at++;
    while (peek() != ']') {
      if (!array.isEmpty()) {
        expect(',');
      }
      array.add(value());
    }
    at++;
    return array;
  }

  private void expect(char wanted) throws IOException {
    if (peek() != wanted) {
      throw unexpected("'" + wanted + "'");
    }
    at++;
  }

  private String string() throws IOException {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw unexpected("a text in double quotes");
    }
    StringBuilder string = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      at++;
      string.append(c == '\\' ? escaped() : c);
    }
    if (at >= text.length()) {
      throw unexpected("the end of a text");
    }
    at++;
    return string.toString();
  }

  private char escaped() throws IOException {
    char c = at < text.length() ? text.charAt(at) : 0;
    at++;
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(plain);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw unexpected("an escape such as \\n or \\u00e9");
    }
    try {
      char code = (char) Integer.parseInt(text.substring(at, at + 4), 16);
      at += 4;
      return code;
    } catch (NumberFormatException e) {
      throw unexpected("four hexadecimal digits");
    }
  }

  private IOException unexpected(String wanted) {
    int end = Math.min(at, text.length());
    long line = 1 + text.substring(0, end).chars().filter(c -> c == '\n').count();
    String found = end == text.length() ? "the end of the file" : "'" + text.charAt(end) + "'";
    return new IOException("%s:%d: expected %s, but found %s".formatted(file, line, wanted, found));
  }
}
