package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.image.ImageBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BufferPoolTest {
  @Test
  void countsImagesUntilTheyAreClosed() {
    BufferPool pool = new BufferPool(1 << 20);
    ImageBuffer first = pool.image(10, 10, 3);
    ImageBuffer second = pool.image(10, 10, 1);
    assertThat(pool.live()).isEqualTo(2);
    first.close();
    first.close();
    second.close();
    assertThat(pool.live()).isZero();
  }

  @Test
  void usesMemoryAgain() {
    BufferPool pool = new BufferPool(1 << 20);
    try (ImageBuffer image = pool.image(32, 32, 3)) {
      image.pixels().put(0, (byte) 42);
    }
    assertThat(pool.idleBytes()).isEqualTo(BufferPool.sizeClass(32 * 32 * 3));
    try (ImageBuffer image = pool.image(32, 32, 3)) {
      assertThat(image.pixels().get(0)).isEqualTo((byte) 42);
      assertThat(pool.idleBytes()).isZero();
    }
  }

  @Test
  void keepsNoMoreThanItsBound() {
    BufferPool pool = new BufferPool(10_000);
    ImageBuffer[] images =
        IntStream.range(0, 20).mapToObj(i -> pool.image(10, 100, 1)).toArray(ImageBuffer[]::new);
    ImageBuffer large = pool.image(100, 100, 3);
    for (ImageBuffer image : images) {
      image.close();
    }
    large.close();
    assertThat(pool.idleBytes()).isEqualTo(9 * 1024);
    assertThat(pool.live()).isZero();
  }

  @Test
  void makesRoomForTheSizeThatCameBackLast() {
    BufferPool pool = new BufferPool(4096);
    ImageBuffer small = pool.image(1, 1024, 1);
    ImageBuffer other = pool.image(1, 1024, 1);
    ImageBuffer large = pool.image(1, 3072, 1);
    small.close();
    other.close();
    large.close();
    assertThat(pool.idleBytes()).isLessThanOrEqualTo(4096);
  }

  @Test
  void sizeClassesWasteAtMostAFifth() {
    for (int size = 1025; size < 5_000_000; size += 997) {
      assertThat(BufferPool.sizeClass(size)).isBetween(size, size + size / 4);
    }
    assertThat(BufferPool.sizeClass(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void refusesWhatDoesNotFitInOneBuffer() {
    BufferPool pool = new BufferPool(0);
    assertThatThrownBy(() -> pool.image(50_000, 50_000, 1)).hasMessageContaining("50000 x 50000");
    assertThatThrownBy(() -> new BufferPool(-1)).hasMessageContaining("-1");
    assertThat(pool.live()).isZero();
  }

  @Test
  void countsRightUnderManyThreads() throws InterruptedException, ExecutionException {
    BufferPool pool = new BufferPool(1 << 16);
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      Future<?>[] runs =
          IntStream.range(0, 4)
              .mapToObj(i -> workers.submit(() -> use(pool, i)))
              .toArray(Future[]::new);
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      workers.shutdownNow();
    }
    assertThat(pool.live()).isZero();
    assertThat(pool.idleBytes()).isBetween(1L, 1L << 16);
  }

  private static void use(BufferPool pool, int worker) {
    for (int i = 1; i < 2000; i++) {
      try (ImageBuffer image = pool.image(1 + i % 60, 60 + worker, 3)) {
        image.pixels().put(0, (byte) worker);
        assertThat(image.pixels().get(0)).isEqualTo((byte) worker);
      }
    }
  }
}
