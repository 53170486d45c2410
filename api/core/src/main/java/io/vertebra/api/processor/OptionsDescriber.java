package io.vertebra.api.processor;

import io.vertebra.api.options.Key;
import io.vertebra.api.options.RemovedKey;
import io.vertebra.api.options.Shorthand;
import io.vertebra.api.plugin.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Describes a record of options: its keys, their types, defaults, ranges and documentation. */
final class OptionsDescriber {
  private static final Map<String, String> SCALARS =
      Map.ofEntries(
          Map.entry("boolean", "boolean"),
          Map.entry("java.lang.Boolean", "boolean"),
          Map.entry("int", "int"),
          Map.entry("java.lang.Integer", "int"),
          Map.entry("long", "long"),
          Map.entry("java.lang.Long", "long"),
          Map.entry("float", "float"),
          Map.entry("java.lang.Float", "float"),
          Map.entry("double", "double"),
          Map.entry("java.lang.Double", "double"),
          Map.entry("java.lang.String", "string"),
          Map.entry("java.lang.Object", "any"));

  private final ProcessingEnvironment environment;
  private final ExtensionPoints points;
  private final Deque<TypeElement> open = new ArrayDeque<>();

  OptionsDescriber(ProcessingEnvironment environment) {
    this.environment = environment;
    this.points = new ExtensionPoints(environment);
  }

  Map<String, Object> describeRecord(TypeElement record) throws InvalidPluginException {
    if (open.contains(record)) {
      throw new InvalidPluginException(record, "a record of options cannot contain itself");
    }
    open.push(record);
    try {
      Map<String, Object> description = new LinkedHashMap<>();
      description.put("is", "record");
      description.put("class", environment.getElementUtils().getBinaryName(record).toString());
      List<Object> fields = new ArrayList<>();
      for (RecordComponentElement component : record.getRecordComponents()) {
        fields.add(describeField(component));
      }
      description.put("fields", fields);
      List<Object> removed = removedKeys(record);
      if (!removed.isEmpty()) {
        description.put("removed_keys", removed);
      }
      List<Object> shorthands = describeShorthands(record);
      if (!shorthands.isEmpty()) {
        description.put("shorthands", shorthands);
      }
      return description;
    } finally {
      open.pop();
    }
  }

  private static List<Object> removedKeys(TypeElement record) {
    return Arrays.stream(record.getAnnotationsByType(RemovedKey.class))
        .<Object>map(removed -> Map.of("name", removed.key(), "use", removed.use()))
        .toList();
  }

  private Map<String, Object> describeField(RecordComponentElement component)
      throws InvalidPluginException {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("key", keyOf(component));
    field.put("component", component.getSimpleName().toString());
    ComponentAnnotations.describe(component, field);
    field.put("type", describeType(component, component.asType()));
    return field;
  }

  private static String keyOf(Element element) {
    Key key = element.getAnnotation(Key.class);
    return key != null ? key.value() : snakeCase(element.getSimpleName().toString());
  }

  private static String snakeCase(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private List<Object> describeShorthands(TypeElement record) throws InvalidPluginException {
    List<Object> shorthands = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(record.getEnclosedElements())) {
      if (method.getAnnotation(Shorthand.class) != null) {
        if (method.getParameters().size() != 1) {
          throw new InvalidPluginException(method, "a shorthand has one parameter");
        }
        Map<String, Object> shorthand = new LinkedHashMap<>();
        shorthand.put("method", method.getSimpleName().toString());
        shorthand.put("of", describeType(method, method.getParameters().get(0).asType()));
        shorthands.add(shorthand);
      }
    }
    return shorthands;
  }

  private Map<String, Object> describeType(Element place, TypeMirror type)
      throws InvalidPluginException {
    Map<String, Object> description = new LinkedHashMap<>();
    String scalar = SCALARS.get(nameOf(type));
    Optional<Kind> kind = points.kindOf(type);
    if (scalar != null) {
      description.put("is", scalar);
    } else if (kind.isPresent()) {
      description.put("is", "extension");
      description.put("kind", kind.get().label());
    } else if (type.getKind() == TypeKind.DECLARED) {
      describeDeclared(place, (DeclaredType) type, description);
    } else {
      throw unsupported(place, type);
    }
    return description;
  }

  private void describeDeclared(Element place, DeclaredType type, Map<String, Object> description)
      throws InvalidPluginException {
    TypeElement element = (TypeElement) type.asElement();
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    String name = element.getQualifiedName().toString();
    if (name.equals("java.util.List") || name.equals("java.util.Optional")) {
      description.put("is", name.equals("java.util.List") ? "list" : "optional");
      description.put("of", describeType(place, arguments.get(0)));
    } else if (name.equals("java.util.Map")
        && nameOf(arguments.get(0)).equals("java.lang.String")) {
      description.put("is", "map");
      description.put("of", describeType(place, arguments.get(1)));
    } else if (name.equals("io.vertebra.api.plugin.Factory")) {
      description.put("is", "factory");
      description.put(
          "kind",
          points.kindOf(arguments.get(0)).orElseThrow(() -> unsupported(place, type)).label());
    } else if (element.getKind() == ElementKind.ENUM) {
      description.put("is", "enum");
      description.put("values", constantsOf(element));
    } else if (element.getKind() == ElementKind.RECORD) {
      description.putAll(describeRecord(element));
    } else {
      throw unsupported(place, type);
    }
  }

  private static List<Object> constantsOf(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
        .<Object>map(
            element ->
                Map.of("name", keyOf(element), "constant", element.getSimpleName().toString()))
        .toList();
  }

  private static String nameOf(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
        : type.getKind().toString().toLowerCase(Locale.ROOT);
  }

  private static InvalidPluginException unsupported(Element place, TypeMirror type) {
    return new InvalidPluginException(
        place,
        "no config can hold a "
            + type
            + ": use a number, boolean, String, enum, record, extension point, Factory of one, or a"
            + " List, Optional or Map<String, ...> of these");
  }
}
