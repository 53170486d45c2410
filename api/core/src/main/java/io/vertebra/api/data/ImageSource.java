package io.vertebra.api.data;

import java.io.IOException;

/** Where the encoded bytes of an image come from: a file, an entry of an archive. */
public interface ImageSource {
  /**
   * What to call the image in messages and results.
   *
   * @return a path, or a path and a place in it
   */
  String name();

  /**
   * Reads the encoded image.
   *
   * @return the bytes of the file
   * @throws IOException if they cannot be read
   */
  byte[] read() throws IOException;
}
