package io.vertebra.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.vertebra.api.image.ImageOps;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import io.vertebra.host.plugin.PluginHost;
import io.vertebra.host.plugin.PluginHostOptions;
import io.vertebra.imaging.BufferPool;
import io.vertebra.imaging.HostImageOps;
import java.io.IOException;

/** Puts the host together. */
final class HostModule extends AbstractModule {
  private static final long IDLE_IMAGE_BYTES = 64L << 20;

  private final VertebraOptions options;

  HostModule(VertebraOptions options) {
    this.options = options;
  }

  @Override
  protected void configure() {
    bind(ImageOps.class).to(HostImageOps.class);
  }

  @Provides
  @Singleton
  HostImageOps imageOps() {
    return new HostImageOps(new BufferPool(IDLE_IMAGE_BYTES), HostImageOps.DEFAULT_MAX_PIXELS);
  }

  @Provides
  @Singleton
  PluginHost pluginHost(ImageOps images) throws IOException {
    PluginHost host =
        PluginHost.open(
            new PluginHostOptions(
                options.pluginFolders(), options.cacheFolder(), new PluginServices(images)));
    if (options.watch()) {
      host.watch();
    }
    return host;
  }

  @Provides
  @Singleton
  EngineServices engineServices(ImageOps images) {
    TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());
    return EngineServices.of(runtime, Devices.find(options.device(), runtime.devices()), images);
  }
}
