package io.vertebra.api.processor;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.DefaultType;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.FormerKey;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.RecordComponentElement;

/** Describes what the annotations of a component of a record say of its option. */
final class ComponentAnnotations {
  private ComponentAnnotations() {}

  /** Adds the description to that of the option. */
  static void describe(RecordComponentElement component, Map<String, Object> field) {
    Doc doc = component.getAnnotation(Doc.class);
    if (doc != null) {
      field.put("doc", doc.value());
    }
    Default value = component.getAnnotation(Default.class);
    if (value != null) {
      field.put("default", value.value());
    }
    Range range = component.getAnnotation(Range.class);
    if (range != null) {
      putBound(field, "min", range.min());
      putBound(field, "max", range.max());
    }
    FormerKey former = component.getAnnotation(FormerKey.class);
    if (former != null) {
      field.put("former_keys", List.of(former.value()));
    }
    DefaultType defaultType = component.getAnnotation(DefaultType.class);
    if (defaultType != null) {
      field.put("default_type", defaultType.value());
    }
    if (component.getAnnotation(Inline.class) != null) {
      field.put("inline", true);
    }
  }

  private static void putBound(Map<String, Object> field, String name, double bound) {
    if (!Double.isInfinite(bound)) {
      field.put(name, bound);
    }
  }
}
