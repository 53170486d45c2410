package io.vertebra.registry.bind;

import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.catalog.SimpleCatalog;
import io.vertebra.registry.schema.DescriptorFile;
import io.vertebra.registry.schema.DescriptorReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The catalog of {@link ToyPlugins}. */
public final class ToyCatalog {
  static final ToyPlugins.Service SERVICE = new ToyPlugins.Service("imaging");

  private ToyCatalog() {}

  public static Catalog catalog() {
    return new SimpleCatalog(
        description().extensions().stream()
            .map(d -> new Extension(d, new Owner("toys", "1"), () -> lease(d.className())))
            .toList(),
        List.of());
  }

  private static Extension.Lease lease(String className) {
    return new Extension.Lease() {
      @Override
      public Class<?> pluginClass() {
        try {
          return Class.forName(className);
        } catch (ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public Object service(Class<?> type) {
        return SERVICE;
      }

      @Override
      public void close() {}
    };
  }

  public static DescriptorFile description() {
    try (Reader reader =
        new InputStreamReader(
            ToyCatalog.class.getResourceAsStream("/" + DescriptorFile.PATH),
            StandardCharsets.UTF_8)) {
      return new DescriptorReader().read(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
