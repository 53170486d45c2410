package io.vertebra.plugins.datasets;

import io.vertebra.testkit.DatasetContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

final class DatasetContractsTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void writeFiles() throws IOException {
    IdxFiles.images(folder.resolve("train-images-idx3-ubyte"));
    IdxFiles.labels(folder.resolve("train-labels-idx1-ubyte"), 3, 9);
    byte[] picture = "P6 2 1 255\nabcdef".getBytes(StandardCharsets.US_ASCII);
    for (String name : new String[] {"cat/1.ppm", "cat/2.ppm", "dog/3.ppm"}) {
      Path file = folder.resolve("images").resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, picture);
    }
  }

  @Nested
  final class Mnist extends DatasetContract {
    @Override
    protected String config() {
      return "{type: MNIST, data_root: '" + folder + "'}";
    }

    @Override
    protected int size() {
      return 2;
    }
  }

  @Nested
  final class FashionMnist extends DatasetContract {
    @Override
    protected String config() {
      return "{type: FashionMNIST, data_root: '" + folder + "', split: train}";
    }

    @Override
    protected int size() {
      return 2;
    }
  }

  @Nested
  final class Custom extends DatasetContract {
    @Override
    protected String config() {
      return "{type: CustomDataset, data_prefix: '%s/images', pipeline: [{type: ToyLoad}]}"
          .formatted(folder);
    }

    @Override
    protected int size() {
      return 3;
    }
  }
}
