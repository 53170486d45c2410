package io.vertebra.testkit;

import io.vertebra.api.image.ImageOps;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.List;

/** Parts whose classes are on the class path of the test. */
final class ClassPathParts {
  private final ClassLoader loader;
  private final ImageOps images;

  ClassPathParts(ClassLoader loader, ImageOps images) {
    this.loader = loader;
    this.images = images;
  }

  List<Extension> of(PluginRoot root) {
    Owner owner = new Owner(root.location().toString(), "on the class path");
    return root.extensions().stream()
        .map(part -> new Extension(part, owner, () -> new ClassPathLease(load(part), images)))
        .toList();
  }

  private Class<?> load(ExtensionDescriptor part) {
    try {
      return Class.forName(part.className(), true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the class of " + part.type() + " is not there", e);
    }
  }

  private record ClassPathLease(Class<?> pluginClass, ImageOps images) implements Extension.Lease {
    @Override
    public Object service(Class<?> type) {
      if (type != ImageOps.class) {
        throw new IllegalArgumentException("the host has no service of type " + type.getName());
      }
      return images;
    }

    @Override
    public void close() {
      // Classes of the class path stay.
    }
  }
}
