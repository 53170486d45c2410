package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which every reference is replaced by as many characters that mean nothing to YAML. So
 * the parser can read {@code lr: {{_base_.lr}}}, which is a mapping to it otherwise, and lines and
 * columns stay what they are.
 */
final class MaskedText {
  // A mask is an opening character, digits, and a closing one. The shortest reference, {{$A}},
  // leaves
  // room for four digits.
  private static final int ALPHABET = 16;
  private static final int DIGITS = ALPHABET - 2;
  private static final int MOST_REFERENCES = 10_000;
  private static final char FIRST_PRIVATE = '\uE000';
  private static final char LAST_PRIVATE = '\uF8FF';
  private static final Pattern BRACES = Pattern.compile("\\{\\{([^{}\\r\\n]*+)\\}\\}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u|U0000)([0-9a-fA-F]{4})");

  private final char open;
  private final List<Reference> references = new ArrayList<>();
  private final String text;

  private MaskedText(SourceText source, char open, Problems problems) {
    this.open = open;
    StringBuilder masked = new StringBuilder();
    Matcher found = BRACES.matcher(source.text());
    while (found.find()) {
      Optional<Reference> reference = Reference.parse(found.group(1));
      String shown = found.group();
      String replacement = reference.map(r -> mask(r, shown)).orElse(shown);
      found.appendReplacement(masked, Matcher.quoteReplacement(replacement));
    }
    this.text = found.appendTail(masked).toString();
    if (references.size() > MOST_REFERENCES) {
      throw problems.fatal(
          ConfigProblem.of(
              Origin.in(source, 1, 1),
              "the file has more than " + MOST_REFERENCES + " references"));
    }
  }

  /** Returns the text of a file with its references masked. */
  static MaskedText of(SourceText source, Problems problems) {
    BitSet used = usedCharacters(source.text());
    for (int open = FIRST_PRIVATE; open + ALPHABET - 1 <= LAST_PRIVATE; open += ALPHABET) {
      if (used.get(open, open + ALPHABET).isEmpty()) {
        return new MaskedText(source, (char) open, problems);
      }
    }
    throw problems.fatal(
        ConfigProblem.of(
            Origin.in(source, 1, 1), "the file uses all private characters of Unicode"));
  }

  private static BitSet usedCharacters(String text) {
    BitSet used = new BitSet();
    for (int i = 0; i < text.length(); i++) {
      if (mayMask(text.charAt(i))) {
        used.set(text.charAt(i));
      }
    }
    if (text.indexOf('\\') >= 0) {
      ESCAPE.matcher(text).results().forEach(e -> used.set(Integer.parseInt(e.group(1), 16)));
    }
    return used;
  }

  /** Tells whether a character may be part of a mask. */
  static boolean mayMask(int codePoint) {
    return codePoint >= FIRST_PRIVATE && codePoint <= LAST_PRIVATE;
  }

  private String mask(Reference reference, String shown) {
    int digits = shown.codePointCount(0, shown.length()) - 2;
    int number = references.size();
    references.add(reference);
    char[] mask = new char[digits + 2];
    mask[0] = open;
    for (int i = digits; i > 0; i--) {
      mask[i] = (char) (open + 2 + number % DIGITS);
      number /= DIGITS;
    }
    mask[digits + 1] = close();
    return new String(mask);
  }

  private char close() {
    return (char) (open + 1);
  }

  /** Returns the text for the parser. */
  String text() {
    return text;
  }

  /** Tells whether a reference to the bases is anywhere in the text. */
  boolean refersToBases() {
    return references.stream().anyMatch(each -> each.kind() == Reference.Kind.BASE);
  }

  /** Tells whether a part of the text holds a reference. */
  boolean hasReference(String part) {
    return part.indexOf(open) >= 0;
  }

  /** Returns the reference that is all there is in a part of the text, or nothing. */
  Optional<Reference> whole(String part) {
    boolean whole = part.indexOf(open) == 0 && part.indexOf(close()) == part.length() - 1;
    return whole ? Optional.of(reference(part, 0, part.length() - 1)) : Optional.empty();
  }

  /** Passes the texts and references of a part of the text on, in order. */
  void split(String part, Visitor visitor) {
    int at = 0;
    for (int from = part.indexOf(open); from >= 0; from = part.indexOf(open, at)) {
      int to = part.indexOf(close(), from);
      visitor.text(part.substring(at, from));
      visitor.reference(reference(part, from, to));
      at = to + 1;
    }
    visitor.text(part.substring(at));
  }

  private Reference reference(String part, int from, int to) {
    int number = 0;
    for (int i = from + 1; i < to; i++) {
      number = number * DIGITS + part.charAt(i) - open - 2;
    }
    return references.get(number);
  }

  /** Takes what a text is made of. */
  interface Visitor {
    /** Takes characters that stand for themselves. */
    void text(String text);

    /** Takes a reference. */
    void reference(Reference reference);
  }
}
