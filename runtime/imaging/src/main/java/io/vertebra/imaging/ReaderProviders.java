package io.vertebra.imaging;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The ImageIO reader of each format. Only the JDK's own are taken, so it makes no difference which
 * others a thread's context class loader has brought into the registry.
 */
final class ReaderProviders {
  private final Map<ImageFormat, ImageReaderSpi> providers;

  ReaderProviders() {
    Map<ImageFormat, ImageReaderSpi> found = new EnumMap<>(ImageFormat.class);
    for (ImageFormat format : EnumSet.complementOf(EnumSet.of(ImageFormat.PNM))) {
      found.put(format, ofJdk(format));
    }
    this.providers = Collections.unmodifiableMap(found);
  }

  /** Makes a reader, to be disposed of by the caller. */
  ImageReader reader(ImageFormat format) throws IOException {
    return providers.get(format).createReaderInstance();
  }

  private static ImageReaderSpi ofJdk(ImageFormat format) {
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class, provider -> isJdks((ImageReaderSpi) provider, format), false);
    if (!all.hasNext()) {
      throw new IllegalStateException("This Java runtime has no reader of " + format + " images");
    }
    return all.next();
  }

  private static boolean isJdks(ImageReaderSpi provider, ImageFormat format) {
    return provider.getClass().getModule() == ImageIO.class.getModule()
        && List.of(provider.getFormatNames()).contains(format.name().toLowerCase(Locale.ROOT));
  }
}
