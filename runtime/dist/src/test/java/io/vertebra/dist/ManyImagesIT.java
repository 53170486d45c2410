package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.train.Experiment;
import io.vertebra.host.Vertebra;
import io.vertebra.host.VertebraOptions;
import io.vertebra.registry.config.ConfigLoader;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty thousand JPEG files, one in a hundred of which cannot be read, go through the loader: every
 * good one arrives, every bad one is named, and memory stays.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "others do not tell the memory of a process")
@EnabledIfSystemProperty(
    named = "vertebra.nightly",
    matches = "true",
    disabledReason = "takes minutes: -Pnightly")
final class ManyImagesIT {
  private static final int IMAGES = 50_000;
  private static final int BAD = 500;
  private static final int WARM_UP = 10_000;
  private static final double LARGEST_GROWTH_MB = 48;

  private static final String CONFIG =
      """
      model:
        type: ImageClassifier
        backbone: {type: LeNet5, num_classes: 10}
        head: {type: ClsHead}
      train_dataloader:
        batch_size: 64
        unreadable: skip
        sampler: {type: DefaultSampler, shuffle: true}
        dataset:
          type: CustomDataset
          data_root: '%s'
          pipeline:
            - {type: LoadImageFromFile}
            - {type: RandomResizedCrop, scale: 32}
            - {type: RandomFlip, prob: 0.5}
            - {type: PackInputs}
      """;

  @TempDir private Path folder;

  @Test
  void allArriveOrAreNamedAndNothingIsLeft() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    List<String> bad = new LinkedImages(folder).write(data, IMAGES, BAD);
    var tree = new ConfigLoader().loadText(Path.of("many.yaml"), CONFIG.formatted(data), List.of());
    try (Vertebra vertebra = Vertebra.open(VertebraOptions.of(Distribution.assembled().plugins()));
        Experiment experiment = vertebra.experiment(tree);
        DataLoader loader = experiment.trainingData()) {
      List<double[]> memory = new ArrayList<>();
      assertThat(read(loader, memory)).isEqualTo(IMAGES - BAD);
      List<String> reasons = loader.takeUnreadable();
      assertThat(reasons).hasSize(BAD);
      assertThat(bad).allMatch(path -> reasons.stream().anyMatch(text -> text.contains(path)));
      check(memory);
    }
  }

  /** Reads an epoch, and notes MB of native memory and of buffers, each ten thousand images. */
  private static int read(DataLoader loader, List<double[]> memory) throws IOException {
    int count = 0;
    try (EpochBatches batches = loader.epoch(0)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          count += batch.size();
        }
        if (count / WARM_UP > memory.size()) {
          memory.add(new double[] {nativeMegabytes(), bufferMegabytes()});
        }
      }
    }
    memory.add(new double[] {nativeMegabytes(), bufferMegabytes()});
    return count;
  }

  private static void check(List<double[]> memory) {
    double[] first = memory.get(0);
    double[] last = memory.get(memory.size() - 1);
    String course =
        "native memory from %.0f to %.0f MB, buffers from %.1f to %.1f MB"
            .formatted(first[0], last[0], first[1], last[1]);
    report(course);
    assertThat(last[0] - first[0]).as(course).isLessThan(LARGEST_GROWTH_MB);
    assertThat(last[1] - first[1]).as(course).isLessThan(LARGEST_GROWTH_MB);
  }

  /** What the process occupies beside the heap. */
  private static double nativeMegabytes() throws IOException {
    System.gc();
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      String[] words =
          lines
              .filter(line -> line.startsWith("VmRSS"))
              .findFirst()
              .orElseThrow()
              .split("\\s+", -1);
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
      return Double.parseDouble(words[1]) / 1024 - heap / (double) (1 << 20);
    }
  }

  private static double bufferMegabytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum()
        / (double) (1 << 20);
  }

  @SuppressWarnings("SystemOut") // A figure to look at from night to night.
  private static void report(String line) {
    System.out.println(line);
  }
}
