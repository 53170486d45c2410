package io.vertebra.engine.inference;

import io.vertebra.api.data.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * An image in a file.
 *
 * @param file the file
 */
public record FileSource(Path file) implements ImageSource {
  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public byte[] read() throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no image " + file, e);
    }
  }
}
