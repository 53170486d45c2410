package io.vertebra.imaging;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native library when it is worth it. A few pictures are decoded faster than the library
 * is loaded, so it is loaded beside the work once there are many.
 */
final class NativeLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
  private static final int MANY = 16;

  private final Supplier<NativeOperations> loading;
  private CompletableFuture<Optional<NativeOperations>> library;
  private int pictures;
  private String failure = "";

  /**
   * Loads nothing yet.
   *
   * @param loading loads the library, or throws an exception or error that says why it cannot
   */
  NativeLibrary(Supplier<NativeOperations> loading) {
    this.loading = requireNonNull(loading, "loading is null");
  }

  /**
   * The library to decode with, where it is loaded. Counts a picture, and begins to load where
   * there are many.
   */
  synchronized Optional<NativeOperations> forPicture() {
    pictures = Math.min(MANY, pictures + 1);
    return library == null && pictures < MANY
        ? Optional.empty()
        : started().getNow(Optional.empty());
  }

  /** The library, where it is loaded; loads nothing. */
  synchronized Optional<NativeOperations> ifLoaded() {
    return library == null ? Optional.empty() : library.getNow(Optional.empty());
  }

  /** The library, after waiting for it; empty where it cannot be loaded. */
  Optional<NativeOperations> loaded() {
    return started().join();
  }

  /** What the library is, or why there is none; waits for it. */
  String description() {
    return loaded().map(NativeOperations::description).orElseGet(() -> failure);
  }

  private synchronized CompletableFuture<Optional<NativeOperations>> started() {
    if (library == null) {
      library = new CompletableFuture<>();
      Thread thread = new Thread(() -> library.complete(load()), "vertebra-native-images");
      thread.setDaemon(true);
      thread.setContextClassLoader(NativeLibrary.class.getClassLoader());
      thread.start();
    }
    return library;
  }

  private Optional<NativeOperations> load() {
    try {
      return Optional.of(loading.get());
    } catch (LinkageError | RuntimeException e) {
      failure = "none but Java's, since OpenCV cannot be loaded: " + e;
      LOG.warn(
          "JPEG files are decoded by Java alone, which is several times slower, since OpenCV cannot be"
              + " loaded: {}",
          e.toString());
      return Optional.empty();
    }
  }
}
