package io.vertebra.api.processor;

import io.vertebra.api.plugin.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Describes the further type names of a plugin, each as a part with defaults of its own. */
final class VariantDescriber {
  private VariantDescriber() {}

  static List<Object> describe(TypeElement plugin, Map<String, Object> description)
      throws InvalidPluginException {
    List<Object> variants = new ArrayList<>();
    for (Variant variant : plugin.getAnnotationsByType(Variant.class)) {
      PluginDescriber.checkTypeName(plugin, variant.type());
      Map<String, Object> copy = new LinkedHashMap<>(description);
      copy.put("type", variant.type());
      copy.put("former_types", List.of());
      copy.put("removed_types", List.of());
      Map<String, String> defaults = defaults(plugin, variant);
      if (description.containsKey("options")) {
        copy.put("options", withDefaults(mapping(description.get("options")), defaults));
      }
      if (!defaults.isEmpty()) {
        throw new InvalidPluginException(
            plugin, "the variant " + variant.type() + " names no options: " + defaults.keySet());
      }
      variants.add(copy);
    }
    return variants;
  }

  private static Map<String, String> defaults(TypeElement plugin, Variant variant)
      throws InvalidPluginException {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (String entry : variant.defaults()) {
      int colon = entry.indexOf(": ");
      if (colon < 0) {
        throw new InvalidPluginException(
            plugin,
            "a default of a variant is written \"key: value\", which \"" + entry + "\" is not");
      }
      defaults.put(entry.substring(0, colon), entry.substring(colon + 2));
    }
    return defaults;
  }

  /** Copies a record's description, and takes out of the defaults what it has put in. */
  private static Map<String, Object> withDefaults(
      Map<String, Object> record, Map<String, String> defaults) {
    Map<String, Object> copy = new LinkedHashMap<>(record);
    List<Object> fields = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Object each : (List<?>) record.get("fields")) {
      Map<String, Object> field = new LinkedHashMap<>(mapping(each));
      String key = (String) field.get("key");
      if (field.containsKey("inline")) {
        field.put("type", withDefaults(mapping(field.get("type")), defaults));
      } else if (defaults.containsKey(key)) {
        field.put("default", defaults.get(key));
        used.add(key);
      }
      fields.add(field);
    }
    defaults.keySet().removeAll(used);
    copy.put("fields", fields);
    return copy;
  }

  private static Map<String, Object> mapping(Object description) {
    Map<String, Object> mapping = new LinkedHashMap<>();
    ((Map<?, ?>) description).forEach((key, value) -> mapping.put((String) key, value));
    return mapping;
  }
}
