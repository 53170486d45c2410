package io.vertebra.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ImageBufferTest {
  private final AtomicInteger released = new AtomicInteger();

  private ImageBuffer image(int height, int width, int channels, ByteBuffer memory) {
    return new ImageBuffer(height, width, channels, memory, released::incrementAndGet);
  }

  @Test
  void showsItsPixelsWhateverThePositionOfTheMemoryIs() {
    ByteBuffer memory = ByteBuffer.allocateDirect(100).position(50).limit(60);
    try (ImageBuffer image = image(2, 4, 3, memory)) {
      assertThat(image.pixels().position()).isZero();
      assertThat(image.pixels().limit()).isEqualTo(24);
      assertThat(image.pixels().isDirect()).isTrue();
      assertThat(image).hasToString("ImageBuffer[2 x 4 x 3]");
    }
  }

  @Test
  void viewsShareThePixelsButNotThePosition() {
    try (ImageBuffer image = image(1, 2, 1, ByteBuffer.allocateDirect(2))) {
      image.pixels().put((byte) 7);
      assertThat(image.pixels().get()).isEqualTo((byte) 7);
    }
  }

  @Test
  void givesItsMemoryBackOnce() {
    ImageBuffer image = image(1, 1, 1, ByteBuffer.allocateDirect(1));
    image.close();
    image.close();
    assertThat(released).hasValue(1);
    assertThatThrownBy(image::pixels)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 x 1 x 1 is closed");
  }

  @Test
  void refusesWhatIsNoImage() {
    ByteBuffer memory = ByteBuffer.allocateDirect(8);
    assertThatThrownBy(() -> image(0, 2, 1, memory)).hasMessageContaining("0 x 2");
    assertThatThrownBy(() -> image(1, 2, 4, memory)).hasMessageContaining("not 4");
    assertThatThrownBy(() -> image(3, 3, 1, memory)).hasMessageContaining("needs 9 bytes");
    assertThatThrownBy(() -> image(1, 2, 1, ByteBuffer.allocate(8)))
        .hasMessageContaining("direct buffer");
  }
}
