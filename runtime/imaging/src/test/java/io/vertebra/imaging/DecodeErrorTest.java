package io.vertebra.imaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageDecodeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecodeErrorTest {
  private final BufferPool pool = new BufferPool(1 << 20);
  private final HostImageOps ops = Fixtures.withNative(pool);

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.live()).isZero();
  }

  private ImageBuffer decode(byte[] bytes) throws ImageDecodeException {
    return ops.decode(bytes, "a/cat.x", ColorType.COLOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jpeg_420.jpg",
        "jpeg_progressive.jpg",
        "jpeg_grey.jpg",
        "jpeg_cmyk.jpg",
        "png_rgb.png",
        "bmp_24.bmp",
        "gif.gif",
        "tiff_grey.tif",
        "pnm_color.ppm"
      })
  void aFileThatIsCutShortIsAnError(String file) throws IOException {
    byte[] whole = Fixtures.bytes(file);
    for (double part : new double[] {0.9, 0.7, 0.4, 0.1}) {
      byte[] cut = Arrays.copyOf(whole, Math.max(12, (int) (whole.length * part)));
      assertThatThrownBy(() -> decode(cut))
          .as("%s of %s", part, file)
          .isInstanceOf(ImageDecodeException.class)
          .hasMessageMatching(".*'a/cat.x' is (cut short: .*|damaged: Data segment out of stream)");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.8})
  void aJpegWhoseDataEndsBeforeItsEndMarkerIsAnError(double part) throws IOException {
    byte[] whole = Fixtures.bytes("jpeg_large.jpg");
    byte[] cut = Arrays.copyOf(whole, (int) (whole.length * part));
    cut[cut.length - 2] = (byte) 0xff;
    cut[cut.length - 1] = (byte) 0xd9;
    assertThatThrownBy(() -> decode(cut))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining("'a/cat.x' is cut short");
  }

  @Test
  void aJpegThatOnlyLacksItsEndMarkerIsRead() throws IOException {
    byte[] whole = Fixtures.bytes("jpeg_420.jpg");
    try (ImageBuffer image = decode(Arrays.copyOf(whole, whole.length - 2))) {
      assertThat(image).hasToString("ImageBuffer[17 x 26 x 3]");
    }
  }

  @Test
  void whatIsNoImageIsNamedWithItsFirstBytes() {
    assertThatThrownBy(() -> decode("<html>".getBytes(UTF_8)))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining("'a/cat.x'")
        .hasMessageContaining("3c 68 74 6d 6c 3e")
        .hasMessageContaining("JPEG, PNG, BMP, GIF, TIFF, PGM and PPM are read");
    assertThatThrownBy(() -> decode(new byte[0])).hasMessageContaining("is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg_420.jpg", "jpeg_cmyk.jpg", "png_rgb.png", "pnm_color.ppm"})
  void aPictureOverTheLimitIsRefusedWithBothFigures(String file) throws IOException {
    byte[] bytes = Fixtures.bytes(file);
    HostImageOps strict = new HostImageOps(pool, 441);
    assertThatThrownBy(() -> strict.decode(bytes, "big", ColorType.COLOR))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining("'big'")
        .hasMessageContaining("17 x 26 (height x width) are 442 pixels, at most 441");
  }

  @Test
  void aJpegProcessThatIsNotReadIsNamed() throws IOException {
    byte[] bytes = Fixtures.bytes("jpeg_420.jpg");
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xc0) {
        bytes[i + 1] = (byte) 0xc3;
        break;
      }
    }
    assertThatThrownBy(() -> decode(bytes))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining("'a/cat.x'")
        .hasMessageContaining("0xc3");
  }

  @Test
  void damagedBytesEndInAnErrorOrAPictureButInNothingElse() throws IOException {
    for (String file : new String[] {"jpeg_420.jpg", "png_palette_transparent.png", "gif.gif"}) {
      byte[] whole = Fixtures.bytes(file);
      for (int i = 12; i < whole.length; i += 7) {
        byte[] damaged = whole.clone();
        damaged[i] ^= 0x55;
        try (ImageBuffer image = decode(damaged)) {
          assertThat(image.channels()).isEqualTo(3);
        } catch (ImageDecodeException e) {
          assertThat(e).hasMessageContaining("'a/cat.x'");
        }
      }
    }
  }

  @Test
  void aBufferIsReadBetweenPositionAndLimitAndLeftAsItWas() throws IOException {
    byte[] bytes = Fixtures.bytes("png_rgb.png");
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length + 20).position(7);
    buffer.put(bytes).limit(buffer.position()).position(7);
    try (ImageBuffer image = ops.decode(buffer, "b", ColorType.GRAYSCALE)) {
      assertThat(image).hasToString("ImageBuffer[17 x 26 x 1]");
      assertThat(buffer.position()).isEqualTo(7);
      assertThat(buffer.remaining()).isEqualTo(bytes.length);
    }
  }
}
