package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;

/** Copies images to where Java's 2D drawing can work on them. */
final class BufferedImages {
  private BufferedImages() {}

  /** Copies an image, grey or not, to one of three channels. */
  static BufferedImage of(ImageBuffer image) {
    BufferedImage copy =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] data = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
    ByteBuffer pixels = image.pixels();
    if (image.channels() == 3) {
      pixels.get(data);
    } else {
      for (int i = 0; i < data.length; i++) {
        data[i] = pixels.get(i / 3);
      }
    }
    return copy;
  }
}
