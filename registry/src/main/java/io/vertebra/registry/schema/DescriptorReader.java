package io.vertebra.registry.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.schema.OptionType.Choice;
import io.vertebra.registry.schema.OptionType.ListOf;
import io.vertebra.registry.schema.OptionType.MapOf;
import io.vertebra.registry.schema.OptionType.Nullable;
import io.vertebra.registry.schema.OptionType.Part;
import io.vertebra.registry.schema.OptionType.Scalar;
import io.vertebra.registry.schema.OptionType.Section;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the description that the annotation processor wrote. */
public final class DescriptorReader {
  private static final int FORMAT = 1;

  /** Makes a reader. */
  public DescriptorReader() {}

  /**
   * Reads a description.
   *
   * @param json its text; stays open
   * @return the description
   * @throws IOException if it cannot be read or is not one that this version understands, with a
   *     sentence that says where and why
   */
  public DescriptorFile read(Reader json) throws IOException {
    DescriptorNode file = DescriptorNode.root(parse(json));
    double format = file.number("format");
    if (format != FORMAT) {
      throw new IOException(
          "the description has format %s, but this runtime reads format %d"
              .formatted(file.json().get("format"), FORMAT));
    }
    return new DescriptorFile(
        file.list("extensions", DescriptorReader::extension),
        file.list("sections", DescriptorReader::section));
  }

  private static JsonElement parse(Reader json) throws IOException {
    try {
      return JsonParser.parseReader(json);
    } catch (JsonParseException e) {
      throw new IOException("it is no JSON: " + e.getMessage(), e);
    }
  }

  private static ExtensionDescriptor extension(DescriptorNode json) throws IOException {
    boolean hasOptions = json.has("options");
    return new ExtensionDescriptor(
        kind(json),
        json.text("type"),
        json.text("class"),
        json.text("summary"),
        hasOptions ? section(json.node("options")) : Section.EMPTY,
        hasOptions,
        json.has("common") ? section(json.node("common")) : Section.EMPTY,
        json.textsIfPresent("former_types"),
        replacements(json, "removed_types"),
        json.has("state_dict_names")
            ? json.list("state_dict_names", DescriptorReader::names)
            : List.of());
  }

  private static ExtensionDescriptor.NameTable names(DescriptorNode json) throws IOException {
    return new ExtensionDescriptor.NameTable(json.text("library"), json.textsIfPresent("rules"));
  }

  private static Kind kind(DescriptorNode json) throws IOException {
    Optional<Kind> kind = Kind.ofLabel(json.text("kind"));
    if (kind.isEmpty()) {
      throw json.unexpected("kind", "one of " + labels());
    }
    return kind.get();
  }

  private static String labels() {
    return Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));
  }

  private static Section section(DescriptorNode json) throws IOException {
    return new Section(
        json.text("class"),
        json.list("fields", DescriptorReader::field),
        json.has("shorthands") ? json.list("shorthands", DescriptorReader::shorthand) : List.of(),
        replacements(json, "removed_keys"));
  }

  private static Section.Shorthand shorthand(DescriptorNode json) throws IOException {
    return new Section.Shorthand(json.text("method"), type(json.node("of")));
  }

  private static OptionField field(DescriptorNode json) throws IOException {
    return new OptionField(
        json.text("key"),
        json.text("component"),
        json.textIfPresent("doc"),
        json.textIfPresent("default"),
        json.numberIfPresent("min"),
        json.numberIfPresent("max"),
        json.textsIfPresent("former_keys"),
        json.textIfPresent("default_type"),
        json.has("inline"),
        type(json.node("type")));
  }

  private static Map<String, String> replacements(DescriptorNode json, String key)
      throws IOException {
    Map<String, String> replacements = new LinkedHashMap<>();
    if (json.has(key)) {
      for (Map.Entry<String, String> each : json.list(key, DescriptorReader::replacement)) {
        replacements.put(each.getKey(), each.getValue());
      }
    }
    return replacements;
  }

  private static Map.Entry<String, String> replacement(DescriptorNode json) throws IOException {
    return Map.entry(json.text("name"), json.text("use"));
  }

  private static OptionType type(DescriptorNode json) throws IOException {
    String is = json.text("is");
    return switch (is) {
      case "list" -> new ListOf(type(json.node("of")));
      case "map" -> new MapOf(type(json.node("of")));
      case "optional" -> new Nullable(type(json.node("of")));
      case "enum" -> new Choice(json.list("values", DescriptorReader::constant));
      case "extension", "factory" -> new Part(kind(json), is.equals("factory"));
      case "record" -> section(json);
      default -> scalar(json);
    };
  }

  private static Choice.Constant constant(DescriptorNode json) throws IOException {
    return new Choice.Constant(json.text("name"), json.text("constant"));
  }

  private static Scalar scalar(DescriptorNode json) throws IOException {
    String name = json.text("is").toUpperCase(Locale.ROOT);
    for (Scalar scalar : Scalar.values()) {
      if (scalar.name().equals(name)) {
        return scalar;
      }
    }
    throw json.unexpected("is", "a type of option that this runtime knows");
  }
}
