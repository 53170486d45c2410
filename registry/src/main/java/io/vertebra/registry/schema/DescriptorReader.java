package io.vertebra.registry.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.StreamSupport;

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
   * @throws IOException if it is not one that this version understands
   */
  public DescriptorFile read(Reader json) throws IOException {
    try {
      JsonObject file = JsonParser.parseReader(json).getAsJsonObject();
      int format = file.get("format").getAsInt();
      if (format != FORMAT) {
        throw new IOException(
            "the description has format %d, but this runtime reads format %d"
                .formatted(format, FORMAT));
      }
      return new DescriptorFile(
          map(file.getAsJsonArray("extensions"), DescriptorReader::extension),
          map(file.getAsJsonArray("sections"), DescriptorReader::section));
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IOException("the description of plugins is damaged: " + e.getMessage(), e);
    }
  }

  private static ExtensionDescriptor extension(JsonObject json) {
    String kind = json.get("kind").getAsString();
    boolean hasOptions = json.has("options");
    return new ExtensionDescriptor(
        kind(kind),
        json.get("type").getAsString(),
        json.get("class").getAsString(),
        json.get("summary").getAsString(),
        hasOptions
            ? section(json.getAsJsonObject("options"))
            : new Section("", List.of(), List.of()),
        hasOptions);
  }

  private static Kind kind(String label) {
    return Kind.ofLabel(label)
        .orElseThrow(() -> new IllegalStateException("there is no kind '" + label + "'"));
  }

  private static Section section(JsonObject json) {
    return new Section(
        json.get("class").getAsString(),
        map(json.getAsJsonArray("fields"), DescriptorReader::field),
        json.has("shorthands")
            ? map(json.getAsJsonArray("shorthands"), DescriptorReader::shorthand)
            : List.of());
  }

  private static Section.Shorthand shorthand(JsonObject json) {
    return new Section.Shorthand(
        json.get("method").getAsString(), type(json.getAsJsonObject("of")));
  }

  private static OptionField field(JsonObject json) {
    return new OptionField(
        json.get("key").getAsString(),
        json.get("component").getAsString(),
        text(json, "doc"),
        text(json, "default"),
        number(json, "min"),
        number(json, "max"),
        text(json, "default_type"),
        json.has("inline"),
        type(json.getAsJsonObject("type")));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name)).map(JsonElement::getAsString);
  }

  private static OptionalDouble number(JsonObject json, String name) {
    return json.has(name)
        ? OptionalDouble.of(json.get(name).getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionType type(JsonObject json) {
    String is = json.get("is").getAsString();
    return switch (is) {
      case "list" -> new ListOf(type(json.getAsJsonObject("of")));
      case "map" -> new MapOf(type(json.getAsJsonObject("of")));
      case "optional" -> new Nullable(type(json.getAsJsonObject("of")));
      case "enum" -> new Choice(map(json.getAsJsonArray("values"), DescriptorReader::constant));
      case "extension", "factory" ->
          new Part(kind(json.get("kind").getAsString()), is.equals("factory"));
      case "record" -> section(json);
      default -> scalar(is);
    };
  }

  private static Choice.Constant constant(JsonObject json) {
    return new Choice.Constant(json.get("name").getAsString(), json.get("constant").getAsString());
  }

  private static Scalar scalar(String name) {
    try {
      return Scalar.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("there is no type of option '" + name + "'", e);
    }
  }

  private static <T> List<T> map(JsonArray array, Function<JsonObject, T> function) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(element -> function.apply(element.getAsJsonObject()))
        .toList();
  }
}
