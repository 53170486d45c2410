package io.vertebra.registry.bind;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The catalog of {@link ToyPlugins}. */
public final class ToyCatalog {
  static final ToyPlugins.Service SERVICE = new ToyPlugins.Service("imaging");

  private ToyCatalog() {}

  public static Catalog catalog() {
    return leasing(new ArrayList<>());
  }

  /** The catalog, which keeps the type names of open leases in a list. */
  static Catalog leasing(List<String> open) {
    return new SimpleCatalog(
        description().extensions().stream()
            .map(part -> new Extension(part, new Owner("toys", "1"), () -> lease(part, open)))
            .toList(),
        List.of());
  }

  private static Extension.Lease lease(ExtensionDescriptor part, List<String> open) {
    open.add(part.type());
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
        return SERVICE;
      }

      @Override
      public void close() {
        open.remove(part.type());
      }
    };
  }

  /** The same part under another type name. */
  public static ExtensionDescriptor renamed(ExtensionDescriptor part, String type) {
    return new ExtensionDescriptor(
        part.kind(),
        type,
        part.className(),
        part.summary(),
        part.options(),
        part.hasOptions(),
        part.common(),
        part.formerTypes(),
        part.removedTypes(),
        part.stateDictNames());
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
