package io.vertebra.api.processor;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.RemovedType;
import io.vertebra.api.plugin.StateDictNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Checks the shape of a plugin's class and describes it. */
final class PluginDescriber {
  private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final ProcessingEnvironment environment;
  private final OptionsDescriber options;
  private final ExtensionPoints points;

  PluginDescriber(ProcessingEnvironment environment, OptionsDescriber options) {
    this.environment = environment;
    this.options = options;
    this.points = new ExtensionPoints(environment);
  }

  /** Describes a plugin, and after it its variants. */
  List<Object> describe(TypeElement plugin) throws InvalidPluginException {
    Map<String, Object> description = describeClass(plugin);
    List<Object> parts = new ArrayList<>();
    parts.add(description);
    parts.addAll(VariantDescriber.describe(plugin, description));
    return parts;
  }

  private Map<String, Object> describeClass(TypeElement plugin) throws InvalidPluginException {
    Plugin annotation = plugin.getAnnotation(Plugin.class);
    checkClass(plugin, annotation);
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("kind", annotation.kind().label());
    description.put("type", annotation.type());
    description.put("class", environment.getElementUtils().getBinaryName(plugin).toString());
    description.put("summary", annotation.summary());
    description.put("former_types", List.of(annotation.formerTypes()));
    description.put("removed_types", removedTypes(plugin));
    description.put("state_dict_names", stateDictNames(plugin));
    Optional<TypeElement> record = optionsOf(plugin, constructorOf(plugin));
    if (record.isPresent()) {
      description.put("options", options.describeRecord(record.get()));
    }
    Optional<TypeElement> common = points.commonOf(plugin.asType());
    if (common.isPresent()) {
      description.put("common", options.describeRecord(common.get()));
    }
    return description;
  }

  private static List<Object> removedTypes(TypeElement plugin) {
    return Arrays.stream(plugin.getAnnotationsByType(RemovedType.class))
        .<Object>map(removed -> Map.of("name", removed.type(), "use", removed.use()))
        .toList();
  }

  private static List<Object> stateDictNames(TypeElement plugin) throws InvalidPluginException {
    List<Object> tables = new ArrayList<>();
    for (StateDictNames names : plugin.getAnnotationsByType(StateDictNames.class)) {
      for (String rule : names.rules()) {
        if (rule.split(" = ", -1).length != 2) {
          throw new InvalidPluginException(
              plugin,
              "a rule of names is written \"OURS = THEIRS\", which \"" + rule + "\" is not");
        }
      }
      for (String library : names.library()) {
        tables.add(Map.of("library", library, "rules", List.of(names.rules())));
      }
    }
    return tables;
  }

  private void checkClass(TypeElement plugin, Plugin annotation) throws InvalidPluginException {
    checkTypeName(plugin, annotation.type());
    if (plugin.getKind() != ElementKind.CLASS
        || !plugin.getModifiers().contains(Modifier.PUBLIC)
        || plugin.getModifiers().contains(Modifier.ABSTRACT)
        || isInner(plugin)) {
      throw new InvalidPluginException(
          plugin, "a plugin is a public class that is neither abstract nor inner");
    }
    Optional<Kind> kind = points.kindOf(plugin.asType());
    if (!kind.equals(Optional.of(annotation.kind()))) {
      throw new InvalidPluginException(
          plugin,
          "a plugin of kind "
              + annotation.kind()
              + " extends the extension point of that kind, but "
              + plugin.getSimpleName()
              + kind.map(other -> " extends that of " + other).orElse(" extends none"));
    }
  }

  /** Refuses what no config could name. */
  static void checkTypeName(TypeElement plugin, String type) throws InvalidPluginException {
    if (!TYPE_NAME.matcher(type).matches()) {
      throw new InvalidPluginException(
          plugin,
          "type \"" + type + "\" is no type name: use letters, digits, _ and -, a letter first");
    }
  }

  private static boolean isInner(TypeElement plugin) {
    return plugin.getNestingKind().isNested() && !plugin.getModifiers().contains(Modifier.STATIC);
  }

  private static ExecutableElement constructorOf(TypeElement plugin) throws InvalidPluginException {
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(plugin.getEnclosedElements()).stream()
            .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
            .toList();
    if (constructors.size() != 1) {
      throw new InvalidPluginException(
          plugin, "a plugin has one public constructor, but this has " + constructors.size());
    }
    return constructors.get(0);
  }

  /** The options are the first parameter, if it is a record of the plugin's or a shared section. */
  private Optional<TypeElement> optionsOf(TypeElement plugin, ExecutableElement constructor)
      throws InvalidPluginException {
    if (constructor.getParameters().isEmpty()) {
      return Optional.empty();
    }
    Element first =
        environment.getTypeUtils().asElement(constructor.getParameters().get(0).asType());
    if (first == null || first.getKind() != ElementKind.RECORD) {
      return Optional.empty();
    }
    boolean own = first.getEnclosingElement().equals(plugin);
    if (!own && first.getAnnotation(ConfigSection.class) == null) {
      return Optional.empty();
    }
    if (!first.getModifiers().contains(Modifier.PUBLIC)) {
      throw new InvalidPluginException(first, "a record of options is public");
    }
    return Optional.of((TypeElement) first);
  }
}
