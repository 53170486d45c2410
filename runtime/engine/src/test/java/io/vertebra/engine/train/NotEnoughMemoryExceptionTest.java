package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import io.vertebra.engine.torch.TorchException;
import org.junit.jupiter.api.Test;

final class NotEnoughMemoryExceptionTest {
  private static final String CPU =
      "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate memory:"
          + " you tried to allocate 2621440000 bytes. Error code 12 (Cannot allocate memory)\nframes";
  private static final String GPU =
      "CUDA out of memory. Tried to allocate 20.50 MiB. GPU 0 has a total capacity of 79.10 GiB";

  private static void assertMessage(int batchSize, RuntimeException failure, String message) {
    assertThatThrownBy(() -> explain(batchSize, failure))
        .isInstanceOf(NotEnoughMemoryException.class)
        .hasMessage(message)
        .hasCause(failure);
  }

  private static void explain(int batchSize, RuntimeException failure) {
    NotEnoughMemoryException.explain(
        batchSize,
        () -> {
          throw failure;
        });
  }

  @Test
  void saysHowMuchTheProcessorLackedAndWhichBatchMayFit() {
    assertMessage(
        64,
        new EngineException(CPU),
        "a batch of 64 images does not fit into memory (no room for 2621.4 MB more); give a smaller"
            + " batch_size, such as 32, or smaller images by the pipeline");
  }

  @Test
  void saysHowMuchTheGpuLacked() {
    assertMessage(
        3,
        new TorchException(GPU, null),
        "a batch of 3 images does not fit into memory (no room for 20.50 MiB more); give a smaller"
            + " batch_size, such as 1, or smaller images by the pipeline");
  }

  @Test
  void aSingleImageCanOnlyBeMadeSmaller() {
    assertMessage(
        1,
        new EngineException("CUDA error: out of memory\nmore"),
        "a batch of 1 image does not fit into memory (CUDA error: out of memory); give smaller"
            + " images by the pipeline");
  }

  @Test
  void otherFailuresStayAsTheyAre() {
    EngineException other = new EngineException("shapes do not match");
    assertThatThrownBy(() -> explain(2, other)).isSameAs(other);
    assertThat(NotEnoughMemoryException.<Integer>explain(2, () -> 5)).isEqualTo(5);
  }
}
