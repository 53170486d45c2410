package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class SaveQueueTest {
  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void workIsDoneInItsOrderWhileTheCallerGoesOn() throws IOException {
    CountDownLatch callerIsFurther = new CountDownLatch(1);
    try (SaveQueue queue = new SaveQueue()) {
      queue.add(
          () -> {
            awaitLatch(callerIsFurther);
            done.add("first");
          });
      queue.add(() -> done.add("second"));
      assertThat(done).isEmpty();
      callerIsFurther.countDown();
      queue.await();

      assertThat(done).containsExactly("first", "second");
    }
  }

  @Test
  void closingWaitsForTheWork() throws IOException {
    try (SaveQueue queue = new SaveQueue()) {
      queue.add(() -> done.add("first"));
    }
    assertThat(done).containsExactly("first");
  }

  @Test
  void workAfterAFailureIsNotBegunAndTheNextCallIsTold() throws IOException {
    CountDownLatch allIsQueued = new CountDownLatch(1);
    try (SaveQueue queue = new SaveQueue()) {
      queue.add(
          () -> {
            awaitLatch(allIsQueued);
            throw new IOException("the disk is full");
          });
      queue.add(() -> done.add("deletion"));
      allIsQueued.countDown();

      assertThatThrownBy(queue::await).hasMessage("the disk is full");
      assertThatThrownBy(() -> queue.add(() -> done.add("later"))).hasMessage("the disk is full");
      assertThatThrownBy(queue::check).hasMessage("the disk is full");
    }
    assertThat(done).isEmpty();
  }

  @Test
  void aFailureThatNobodyWasToldOfIsThrownAtTheEnd() throws IOException {
    SaveQueue queue = new SaveQueue();
    queue.add(
        () -> {
          throw new IOException("the disk is full");
        });

    assertThatThrownBy(queue::close)
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("the disk is full");
  }

  @Test
  void aFailureThatIsKnownIsNotThrownAgainAtTheEnd() throws IOException {
    SaveQueue queue = new SaveQueue();
    queue.add(
        () -> {
          throw new IllegalStateException("a fault");
        });

    assertThatThrownBy(queue::await).hasMessage("a fault");
    assertThatCode(queue::close).doesNotThrowAnyException();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
