package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.OtherDevice;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.torch.TorchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NotEnoughMemoryExceptionTest {
  private static final String CPU =
      "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate memory:"
          + " you tried to allocate 2621440000 bytes. Error code 12 (Cannot allocate memory)\nframes";

  private static void assertMessage(int batchSize, Throwable failure, String message) {
    assertThatThrownBy(() -> explain(MemoryNeed.passing(batchSize), failure))
        .isInstanceOf(NotEnoughMemoryException.class)
        .hasMessage(message)
        .hasCause(failure);
  }

  private static void explain(MemoryNeed need, Throwable failure) {
    NotEnoughMemoryException.explain(
        need,
        () -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
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
  void saysHowMuchTheGpuLackedAndHas() {
    assertMessage(
        3,
        new TorchException(OtherDevice.FULL, null),
        "a batch of 3 images does not fit into memory (no room for 20.50 MiB more in 79.10 GiB);"
            + " give a smaller batch_size, such as 1, or smaller images by the pipeline");
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
  void theJavaRuntimeMayLackMemoryToo() {
    assertMessage(
        2,
        new OutOfMemoryError("Java heap space"),
        "a batch of 2 images does not fit into memory (Java heap space); give a smaller batch_size,"
            + " such as 1, or smaller images by the pipeline");
  }

  @Test
  void whatMayBeGivenForTrainingIsNamed() {
    assertThatThrownBy(() -> explain(MemoryNeed.training(8), new EngineException(CPU)))
        .hasMessageEndingWith(
            "give a smaller batch_size, such as 4 (with twice the accumulative_counts of"
                + " optim_wrapper an update sees as many images), or precision: bfloat16 where it"
                + " is float32, or with_cp: true in a backbone that has it, which computes twice"
                + " what it does not keep, or smaller images by the pipeline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "std::bad_alloc",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "[enforce fail] not enough memory: you tried to allocate 8 bytes."
      })
  void otherPartsOfTheLibrarySayItInOtherWords(String words) {
    assertThatThrownBy(() -> explain(MemoryNeed.lasting("the network"), new EngineException(words)))
        .isInstanceOf(NotEnoughMemoryException.class)
        .hasMessageStartingWith("the network does not fit into memory (");
  }

  @Test
  void aNetworkThatNoMachineHasRoomForIsTold() {
    Module vast = new Vast();

    assertThatThrownBy(
            () ->
                NotEnoughMemoryException.explain(
                    MemoryNeed.lasting("the network"),
                    () ->
                        ModelState.initialize(vast, Engines.services().runtime(), Device.cpu(), 0)))
        .isInstanceOf(NotEnoughMemoryException.class)
        .hasMessage(
            "the network does not fit into memory (no room for 144115188075.9 MB more); give a"
                + " smaller network, or another --device that has more memory");
  }

  @Test
  void otherFailuresStayAsTheyAre() {
    EngineException other = new EngineException("shapes do not match");
    MemoryNeed need = MemoryNeed.training(2);
    assertThatThrownBy(() -> explain(need, other)).isSameAs(other);
    assertThat(NotEnoughMemoryException.<Integer>explain(need, () -> 5)).isEqualTo(5);
  }

  /** One parameter of 2 to the power of 55 numbers. */
  private static final class Vast extends Module {
    private Vast() {
      addParameter("weight", new Shape(1L << 20, 1L << 35), Distribution.zeros());
    }
  }
}
