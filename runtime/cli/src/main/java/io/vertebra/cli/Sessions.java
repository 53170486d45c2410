package io.vertebra.cli;

import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import io.vertebra.host.Vertebra;
import io.vertebra.host.VertebraOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Opens Vertebra for a command. */
final class Sessions {
  private final Installation installation;

  Sessions(Installation installation) {
    this.installation = installation;
  }

  /**
   * Begins to load the native library beside everything else, as it takes longest. If that fails,
   * the same error comes again where the library is needed.
   */
  void preloadLibrary() {
    Thread thread = new Thread(Sessions::startLibrary, "native-library");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((failed, error) -> {});
    thread.start();
  }

  private static void startLibrary() {
    TorchRuntime.start(TorchSettings.defaults());
    StartTimes.mark("native library loaded");
  }

  /**
   * Opens Vertebra with the plugins of the installation.
   *
   * @param device where networks run
   * @return Vertebra, owned by the caller
   * @throws IOException if the plugins cannot be read
   */
  Vertebra open(String device) throws IOException {
    if (!Files.isDirectory(installation.plugins())) {
      throw new UserException(
          "there is no folder of plugins '%s'; start Vertebra by bin/vertebra of a distribution"
              .formatted(installation.plugins()));
    }
    return Vertebra.open(
        new VertebraOptions(List.of(installation.plugins()), Optional.empty(), device));
  }
}
