package io.vertebra.docs;

import io.vertebra.host.Vertebra;
import io.vertebra.host.VertebraOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The plugins of this build. */
final class BuiltPlugins {
  private static final String FOLDER = "/plugins/";

  private BuiltPlugins() {}

  /** Copies their jars into a folder that is not there yet. */
  static Path copyTo(Path folder) throws IOException {
    Files.createDirectory(folder);
    for (Path jar : jars()) {
      Files.copy(jar, folder.resolve(jar.getFileName()));
    }
    return folder;
  }

  /** Opens Vertebra with the plugins of a folder; it is owned by the caller. */
  static Vertebra open(Path folder) throws IOException {
    return Vertebra.open(new VertebraOptions(List.of(folder), Optional.empty(), "cpu"));
  }

  private static List<Path> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.contains(FOLDER) && entry.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }
}
