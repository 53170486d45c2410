package io.vertebra.registry.schema;

import io.vertebra.api.plugin.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the value of an option may be. */
public sealed interface OptionType {
  /**
   * Says what is expected, as part of a sentence.
   *
   * @return for example {@code a whole number}
   */
  String expectation();

  /** A value without parts. */
  enum Scalar implements OptionType {
    /** True or false. */
    BOOLEAN("true or false"),
    /** A whole number of 32 bits. */
    INT("a whole number"),
    /** A whole number of 64 bits. */
    LONG("a whole number"),
    /** A number of single precision. */
    FLOAT("a number"),
    /** A number of double precision. */
    DOUBLE("a number"),
    /** A text. */
    STRING("a text"),
    /** Whatever a config can hold. */
    ANY("any value");

    private final String expectation;

    Scalar(String expectation) {
      this.expectation = expectation;
    }

    @Override
    public String expectation() {
      return expectation;
    }
  }

  /**
   * One of some names.
   *
   * @param values the names and the constants that they stand for
   */
  record Choice(List<Constant> values) implements OptionType {
    /**
     * A constant of an enum.
     *
     * @param name as configs write it
     * @param constant as Java names it
     */
    public record Constant(String name, String constant) {}

    @Override
    public String expectation() {
      return "one of " + values.stream().map(Constant::name).collect(Collectors.joining(", "));
    }
  }

  /**
   * Values in order.
   *
   * @param element what each may be
   */
  record ListOf(OptionType element) implements OptionType {
    @Override
    public String expectation() {
      return "a list of which each is " + element.expectation();
    }
  }

  /**
   * Values by name.
   *
   * @param value what each may be
   */
  record MapOf(OptionType value) implements OptionType {
    @Override
    public String expectation() {
      return "a mapping of which each value is " + value.expectation();
    }
  }

  /**
   * A value or nothing.
   *
   * @param value what it may be, beside null
   */
  record Nullable(OptionType value) implements OptionType {
    @Override
    public String expectation() {
      return orNull(value.expectation());
    }

    static String orNull(String expectation) {
      return expectation + ", or null";
    }
  }

  /**
   * A part named by its type.
   *
   * @param kind the kind of the part
   * @param deferred whether the parent builds it, through a factory
   */
  record Part(Kind kind, boolean deferred) implements OptionType {
    @Override
    public String expectation() {
      String article = "aeiou".indexOf(kind.label().charAt(0)) < 0 ? "a " : "an ";
      return "a mapping with the type of " + article + kind.label();
    }
  }

  /**
   * A mapping with keys of its own.
   *
   * @param className binary name of the record class
   * @param fields the keys
   * @param shorthands shorter forms
   * @param removedKeys keys that are refused, with what to use instead
   */
  record Section(
      String className,
      List<OptionField> fields,
      List<Shorthand> shorthands,
      Map<String, String> removedKeys)
      implements OptionType {
    /** A section without keys. */
    public static final Section EMPTY = new Section("", List.of(), List.of(), Map.of());

    /**
     * A shorter form of a record.
     *
     * @param method the static method that makes the record
     * @param type what the method takes
     */
    public record Shorthand(String method, OptionType type) {}

    /**
     * The keys that a mapping of this section may have, those of inlined sections and former ones
     * among them.
     *
     * @return the keys
     */
    public Set<String> keys() {
      Set<String> keys = new LinkedHashSet<>();
      for (OptionField field : fields) {
        if (field.inline()) {
          keys.addAll(((Section) field.type()).keys());
        } else {
          keys.add(field.key());
          keys.addAll(field.formerKeys());
        }
      }
      return keys;
    }

    /**
     * The mapping that configs may write: where there are shorter forms, the one that a form is
     * made of, or the keys of the record itself if they are documented. Other records are only
     * written in their shorter forms, as {@code [a, b]} of two numbers.
     *
     * @return the keys of the mapping; empty where nobody writes one
     */
    public Optional<Section> mapping() {
      if (shorthands.isEmpty()) {
        return Optional.of(this);
      }
      return shorthands.stream()
          .map(Shorthand::type)
          .filter(Section.class::isInstance)
          .map(Section.class::cast)
          .findFirst()
          .or(() -> Optional.of(this).filter(Section::isDocumented));
    }

    private boolean isDocumented() {
      return shorthands.stream().noneMatch(shorthand -> shorthand.type() instanceof Part)
          && fields.stream().allMatch(field -> field.doc().isPresent());
    }

    @Override
    public String expectation() {
      Stream<String> forms = shorthands.stream().map(shorthand -> shorthand.type().expectation());
      Stream<String> own = mapping().filter(this::equals).stream().map(mapping -> "a mapping");
      return Stream.concat(forms, own).collect(Collectors.joining(" or "));
    }
  }
}
