package io.vertebra.engine.config;

import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.catalog.SimpleCatalog;
import io.vertebra.registry.schema.DescriptorFile;
import io.vertebra.registry.schema.DescriptorReader;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The catalog of {@link ToyParts}, as the annotation processor described them. */
final class ToyCatalog {
  private ToyCatalog() {}

  static Catalog read() throws IOException {
    List<Extension> parts = new ArrayList<>();
    for (URL url :
        Collections.list(ToyCatalog.class.getClassLoader().getResources(DescriptorFile.PATH))) {
      try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
        for (ExtensionDescriptor part : new DescriptorReader().read(reader).extensions()) {
          parts.add(new Extension(part, new Owner("toys", "1"), () -> lease(part)));
        }
      }
    }
    return new SimpleCatalog(parts, List.of());
  }

  private static Extension.Lease lease(ExtensionDescriptor part) {
    return new Extension.Lease() {
      @Override
      public Class<?> pluginClass() {
        try {
          return Class.forName(part.className());
        } catch (ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public Object service(Class<?> type) {
        throw new IllegalArgumentException("there is no " + type);
      }

      @Override
      public void close() {}
    };
  }
}
