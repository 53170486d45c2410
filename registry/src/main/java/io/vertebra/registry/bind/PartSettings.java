package io.vertebra.registry.bind;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.registry.config.Origin;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Remembers of each built part what a config says in the options that all of its kind have. */
final class PartSettings {
  private final IdentityHashMap<Object, Entry> entries = new IdentityHashMap<>();
  private final ValueBuilder values;

  PartSettings(ValueBuilder values) {
    this.values = values;
  }

  /** What is known of a part: its common options, where it is named, and by what it was built. */
  record Entry(Object settings, Origin origin, ExtensionDescriptor descriptor) {}

  void remember(Object built, Bound.Part part) {
    Bound.Section common = part.common();
    if (!common.components().isEmpty()) {
      Object settings = values.build(common, recordOf(common));
      entries.put(built, new Entry(settings, part.origin(), part.extension().descriptor()));
    }
  }

  /** Finds the record in the API, beside its extension point: a plugin need not import it. */
  private static Class<?> recordOf(Bound.Section common) {
    String name = common.schema().className();
    try {
      return Class.forName(name, true, ExtensionPoint.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "the API of this runtime has no " + name + ": the bundle was built against another", e);
    }
  }

  Optional<Entry> find(Object part) {
    return Optional.ofNullable(entries.get(part));
  }

  void forget() {
    entries.clear();
  }
}
