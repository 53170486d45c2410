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
      for (String part : new String[] {"images", "train"}) {
        Path file = folder.resolve(part).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, picture);
      }
    }
    Files.writeString(
        folder.resolve("labels.json"),
        """
        {"metainfo": {"classes": ["cat", "dog", "red"]}, "data_list": [
          {"img_path": "cat/1.ppm", "gt_label": [0, 2]}, {"img_path": "dog/3.ppm", "gt_label": []}]}
        """);
    Files.writeString(
        folder.resolve("tasks.json"),
        """
        {"metainfo": {"tasks": ["kind", "look"]}, "data_list": [
          {"img_path": "cat/1.ppm", "gt_label": {"kind": 0, "look": {"color": [1, 0]}}},
          {"img_path": "dog/3.ppm", "gt_label": {"kind": 1}}]}
        """);
    Files.createDirectories(folder.resolve("ImageSets/Main"));
    Files.createDirectories(folder.resolve("Annotations"));
    Files.writeString(folder.resolve("ImageSets/Main/trainval.txt"), "1");
    Files.writeString(
        folder.resolve("Annotations/1.xml"),
        "<annotation><object><name>cat</name><difficult>0</difficult></object></annotation>");
    Files.createDirectories(folder.resolve("JPEGImages"));
    Files.write(folder.resolve("JPEGImages/1.jpg"), picture);
    Files.writeString(folder.resolve("images.txt"), "1 cat/1.ppm");
    Files.writeString(folder.resolve("image_class_labels.txt"), "1 200");
    Files.writeString(folder.resolve("train_test_split.txt"), "1 1");
    Files.writeString(
        folder.resolve("shop.txt"),
        "2\nimage item part\ncat/1.ppm cat query\ncat/2.ppm cat gallery\n");
    MatFiles.copy("setid.mat", folder.resolve("setid.mat"));
    MatFiles.copy("imagelabels.mat", folder.resolve("imagelabels.mat"));
    MatFiles.copy("cars_train_annos.mat", folder.resolve("devkit/cars_train_annos.mat"));
    for (String name :
        new String[] {
          "jpg/image_00001.jpg",
          "jpg/image_00003.jpg",
          "cars_train/00001.jpg",
          "cars_train/00002.jpg"
        }) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.write(folder.resolve(name), picture);
    }
    Tars.write(
        folder.resolve("set-00.tar"), Tars.entry("a.ppm", picture), Tars.entry("a.cls", "1"));
    CifarFiles.write(folder.resolve("test_batch.bin"), 1, 3, 9);
    CifarFiles.write(folder.resolve("train.bin"), 2, 99);
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
      return "{type: CustomDataset, data_prefix: '%s/images', test_mode: true, lazy_init: false,"
              .formatted(folder)
          + " serialize_data: true, max_refetch: 10, pipeline: [{type: ToyLoad}]}";
    }

    @Override
    protected int size() {
      return 3;
    }
  }

  @Nested
  final class ImageNetFolder extends DatasetContract {
    @Override
    protected String config() {
      return "{type: ImageNet, data_root: '%s', split: train, pipeline: [{type: ToyLoad}]}"
          .formatted(folder);
    }

    @Override
    protected int size() {
      return 3;
    }
  }

  @Nested
  final class MultiLabel extends DatasetContract {
    @Override
    protected String config() {
      return "{type: MultiLabelDataset, data_root: '%s', data_prefix: images, ann_file: labels.json,"
              .formatted(folder)
          + " pipeline: [{type: ToyLoad}]}";
    }

    @Override
    protected int size() {
      return 2;
    }

    @Override
    protected boolean hasOneLabel() {
      return false;
    }
  }

  @Nested
  final class MultiTask extends DatasetContract {
    @Override
    protected String config() {
      return "{type: MultiTaskDataset, data_root: '%s', data_prefix: images, ann_file: tasks.json,"
              .formatted(folder)
          + " pipeline: [{type: ToyLoad}]}";
    }

    @Override
    protected int size() {
      return 2;
    }

    @Override
    protected boolean hasOneLabel() {
      return false;
    }
  }

  @Nested
  final class PascalVoc extends DatasetContract {
    @Override
    protected String config() {
      return "{type: VOC, data_root: '%s', pipeline: [{type: ToyLoad}]}".formatted(folder);
    }

    @Override
    protected int size() {
      return 1;
    }

    @Override
    protected boolean hasOneLabel() {
      return false;
    }
  }

  @Nested
  final class Birds extends DatasetContract {
    @Override
    protected String config() {
      return "{type: CUB, data_root: '%s', pipeline: [{type: ToyLoad}]}".formatted(folder);
    }

    @Override
    protected int size() {
      return 1;
    }
  }

  @Nested
  final class Flowers extends DatasetContract {
    @Override
    protected String config() {
      return "{type: Flowers102, data_root: '%s', split: train, pipeline: [{type: ToyLoad}]}"
          .formatted(folder);
    }

    @Override
    protected int size() {
      return 2;
    }
  }

  @Nested
  final class Cars extends DatasetContract {
    @Override
    protected String config() {
      return "{type: StanfordCars, data_root: '%s', pipeline: [{type: ToyLoad}]}".formatted(folder);
    }

    @Override
    protected int size() {
      return 2;
    }
  }

  @Nested
  final class Shop extends DatasetContract {
    @Override
    protected String config() {
      return "{type: InShop, data_root: '%s', data_prefix: images, split: query, ann_file: shop.txt,"
              .formatted(folder)
          + " pipeline: [{type: ToyLoad}]}";
    }

    @Override
    protected int size() {
      return 1;
    }

    @Override
    protected boolean hasOneLabel() {
      return false;
    }
  }

  @Nested
  final class Places extends DatasetContract {
    @Override
    protected String config() {
      return "{type: Places205, data_root: '%s', data_prefix: images, pipeline: [{type: ToyLoad}]}"
          .formatted(folder);
    }

    @Override
    protected int size() {
      return 3;
    }
  }

  @Nested
  final class ImageNet21kFolder extends DatasetContract {
    @Override
    protected String config() {
      return "{type: ImageNet21k, data_root: '%s', split: train, pipeline: [{type: ToyLoad}]}"
          .formatted(folder);
    }

    @Override
    protected int size() {
      return 3;
    }
  }

  @Nested
  final class Tar extends DatasetContract {
    @Override
    protected String config() {
      return "{type: TarDataset, data_root: '%s', shards: 'set-{00..00}.tar', pipeline: [{type:"
              .formatted(folder)
          + " ToyLoad}]}";
    }

    @Override
    protected int size() {
      return 1;
    }
  }

  @Nested
  final class Cifar10 extends DatasetContract {
    @Override
    protected String config() {
      return "{type: CIFAR10, data_root: '" + folder + "', test_mode: true}";
    }

    @Override
    protected int size() {
      return 2;
    }
  }

  @Nested
  final class Cifar100 extends DatasetContract {
    @Override
    protected String config() {
      return "{type: CIFAR100, data_root: '" + folder + "', split: train}";
    }

    @Override
    protected int size() {
      return 1;
    }
  }

  @Nested
  final class Repeat extends DatasetContract {
    @Override
    protected String config() {
      return "{type: RepeatDataset, times: 3, dataset: {type: ToyDataset, samples: 5}}";
    }

    @Override
    protected int size() {
      return 15;
    }
  }

  @Nested
  final class Concat extends DatasetContract {
    @Override
    protected String config() {
      return "{type: ConcatDataset, datasets: [{type: ToyDataset, samples: 5}, {type: ToyDataset, samples: 5}]}";
    }

    @Override
    protected int size() {
      return 10;
    }
  }

  @Nested
  final class Balanced extends DatasetContract {
    @Override
    protected String config() {
      return "{type: ClassBalancedDataset, oversample_thr: 0.5, dataset: {type: ToyDataset, samples: 5}}";
    }

    @Override
    protected int size() {
      return 7;
    }
  }

  @Nested
  final class KFold extends DatasetContract {
    @Override
    protected String config() {
      return "{type: KFoldDataset, fold: 1, seed: 3, dataset: {type: ToyDataset, samples: 5}}";
    }

    @Override
    protected int size() {
      return 4;
    }
  }
}
