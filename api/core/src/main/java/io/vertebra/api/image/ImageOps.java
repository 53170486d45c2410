package io.vertebra.api.image;

import java.nio.ByteBuffer;

/**
 * Operations on images that the host carries out for plugins. Results are new buffers that belong
 * to the caller; sources stay with their owner and are not changed. All methods may be called from
 * many threads at a time.
 */
public interface ImageOps {
  /**
   * Gives memory for an image. What the pixels hold at first is not defined.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param channels 1 or 3
   * @return an image, owned by the caller
   */
  ImageBuffer allocate(int height, int width, int channels);

  /**
   * Decodes the bytes of an image file as OpenCV's {@code imread} does: the EXIF orientation is
   * applied unless the type says otherwise, transparency is dropped, of 16 bits the upper 8 are
   * kept, embedded colour profiles are not applied. Of several frames the first is taken.
   *
   * @param bytes the whole file
   * @param name the path or name of the file, for messages
   * @param type the colours of the result
   * @return the picture, H x W x {@link ColorType#channels()}, owned by the caller
   * @throws ImageDecodeException if the bytes are no image, of a kind that is not read, cut short
   *     or too large; the message names the file and which of these it is
   */
  ImageBuffer decode(byte[] bytes, String name, ColorType type) throws ImageDecodeException;

  /**
   * Decodes the bytes between a buffer's position and limit; see {@link #decode(byte[], String,
   * ColorType)}. Position and limit stay as they are.
   *
   * @param bytes the whole file
   * @param name the path or name of the file, for messages
   * @param type the colours of the result
   * @return the picture, H x W x {@link ColorType#channels()}, owned by the caller
   * @throws ImageDecodeException if the bytes cannot be decoded
   */
  ImageBuffer decode(ByteBuffer bytes, String name, ColorType type) throws ImageDecodeException;

  /**
   * Decodes a file as {@link #decode(byte[], String, ColorType)} does, but at a half, a quarter or
   * an eighth of its size where its format can do so with less work, as {@code IMREAD_REDUCED_*} of
   * OpenCV does with JPEG files. Other formats come in full size.
   *
   * @param bytes the whole file
   * @param name the path or name of the file, for messages
   * @param type the colours of the result
   * @param leastSide the length that the shorter side keeps, at least, where it has it in the file
   * @return the picture, H x W x {@link ColorType#channels()}, owned by the caller
   * @throws ImageDecodeException if the bytes cannot be decoded
   */
  ImageBuffer decodeReduced(byte[] bytes, String name, ColorType type, int leastSide)
      throws ImageDecodeException;

  /**
   * Changes the size of an image in the arithmetic of a library, value by value.
   *
   * @param source the image
   * @param height rows of the result, at least 1
   * @param width columns of the result, at least 1
   * @param interpolation the rule
   * @param backend the library; it must have the rule ({@link ResizeBackend#interpolations()})
   * @return the resized image, owned by the caller
   * @throws IllegalArgumentException if the library has no such rule
   */
  ImageBuffer resize(
      ImageBuffer source,
      int height,
      int width,
      Interpolation interpolation,
      ResizeBackend backend);

  /**
   * Cuts a rectangle out of an image. It must lie inside.
   *
   * @param source the image
   * @param top first row
   * @param left first column
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @return the part, owned by the caller
   * @throws IllegalArgumentException if the rectangle reaches over an edge
   */
  ImageBuffer crop(ImageBuffer source, int top, int left, int height, int width);

  /**
   * Mirrors an image.
   *
   * @param source the image
   * @param direction the axes
   * @return the mirrored image, owned by the caller
   */
  ImageBuffer flip(ImageBuffer source, FlipDirection direction);
}
