package io.vertebra.host;

import com.google.inject.AbstractModule;
import io.vertebra.api.image.ImageOps;

/** What constructors of plugins may ask for. */
final class PluginServices extends AbstractModule {
  private final ImageOps images;

  PluginServices(ImageOps images) {
    this.images = images;
  }

  @Override
  protected void configure() {
    bind(ImageOps.class).toInstance(images);
  }
}
