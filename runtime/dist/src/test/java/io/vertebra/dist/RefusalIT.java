package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TrainedRunResolver.class)
final class RefusalIT {
  private static final String ONE_SET =
      "val_dataloader: null\ntest_dataloader: null\nmodel: {backbone: {num_classes: 2}}";

  private static final String FOLDERS =
      "train_dataloader: {batch_size: 2, dataset: {_delete_: true, type: CustomDataset,"
          + " data_root: photos, pipeline: [{type: LoadImageFromFile, color_type: grayscale},"
          + " {type: Resize, scale: 32}, {type: PackInputs}]}}";

  private final Distribution distribution = Distribution.assembled();

  @TempDir private Path folder;

  /** Writes a config that changes lines of the quickstart. */
  private void config(String... lines) throws IOException {
    List<String> all = new ArrayList<>(List.of("_base_: " + distribution.quickstart()));
    all.addAll(Arrays.asList(lines));
    Files.write(folder.resolve("mine.yaml"), all);
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    return distribution.run(folder, arguments);
  }

  private Outcome train(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("train", "mine.yaml"));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  @Test
  void anUnknownTypeIsNamedWithItsPlaceAndANearOne() throws IOException, InterruptedException {
    config("model: {backbone: {type: LeNet6}}");
    train().wasRefused("mine.yaml:2:26: there is no backbone named `LeNet6`", "mean `LeNet5`?");
    assertThat(folder.resolve("work_dirs")).doesNotExist();
  }

  @Test
  void allMistakesOfAConfigAreToldAtOnce() throws IOException, InterruptedException {
    config("model: {backbone: {num_clases: 10}}", "train_cfg: {max_epochs: many}");
    train()
        .wasRefused(
            "mine.yaml:2:20: unknown option `model.backbone.num_clases` of LeNet5",
            "did you mean `num_classes`?",
            "mine.yaml:3:25: `train_cfg.max_epochs` must be a whole number",
            "many");
  }

  @Test
  void aMissingFolderOfDataIsNamed() throws IOException, InterruptedException {
    config("train_dataloader: {dataset: {data_root: absent}}");
    train().wasRefused("mine.yaml:2:", "/absent'", "data_root");
  }

  @Test
  void aClassWithoutImagesIsNamed() throws IOException, InterruptedException {
    TestImages.copyOdd(folder.resolve("photos/full"));
    Files.createDirectories(folder.resolve("photos/hollow"));
    config(FOLDERS, ONE_SET);
    train().wasRefused("mine.yaml:2:", "'hollow'");
  }

  @Test
  void aDamagedImageOfTheDataIsNamed() throws IOException, InterruptedException {
    TestImages.copyOdd(folder.resolve("photos/good"));
    Files.createDirectories(folder.resolve("photos/bad"));
    TestImages.cutShort(folder.resolve("photos/bad/damaged.jpg"));
    config(FOLDERS, ONE_SET);
    train().wasRefused("photos/bad/damaged.jpg");
  }

  @Test
  void damagedImagesAreLeftOutAndCountedWhereThatIsChosen()
      throws IOException, InterruptedException {
    TestImages.copyOdd(folder.resolve("photos/good"));
    TestImages.copyOdd(folder.resolve("photos/bad"));
    TestImages.cutShort(folder.resolve("photos/bad/damaged.jpg"));
    config(
        FOLDERS.replace("batch_size", "unreadable: skip, batch_size"),
        ONE_SET,
        "train_cfg: {max_epochs: 1}");
    assertThat(train().succeeded().out())
        .contains("left out 1 unreadable images\n", "photos/bad/damaged.jpg");
  }

  @Test
  void aNetworkThatDoesNotFitTheDataIsTold() throws IOException, InterruptedException {
    config("model: {backbone: {num_classes: 4}}");
    train().wasRefused("is 4, but the data of", "has 10 classes");
    config(
        "train_dataloader: {dataset: {pipeline: [{type: Resize, scale: 16}, {type: PackInputs}]}}");
    train().wasRefused("the images are too small for the network", "1 x 1 pixels");
  }

  @Test
  void aWorkDirectoryBelowAFileIsRefused() throws IOException, InterruptedException {
    Files.createFile(folder.resolve("file"));
    config();
    train("--work-dir", "file/work").wasRefused("file/work", "--work-dir");
  }

  @Test
  void aDeviceThatIsNotThereIsRefused(TrainedRun trained) throws IOException, InterruptedException {
    config();
    train("--device", "gpu:99").wasRefused("'gpu:99'", "--device auto");
    run("predict", trained.checkpoint(), "a.png", "--device", "gpu:99").wasRefused("'gpu:99'");
    train("--device", "abacus").wasRefused("'abacus'");
  }

  @Test
  void aMissingCheckpointIsNamed() throws IOException, InterruptedException {
    config();
    run("test", "mine.yaml", "absent.safetensors").wasRefused("absent.safetensors");
    run("predict", "absent.safetensors", "a.png").wasRefused("absent.safetensors");
  }

  @Test
  void aCheckpointThatIsCutShortIsRefused(TrainedRun trained)
      throws IOException, InterruptedException {
    byte[] whole = Files.readAllBytes(Path.of(trained.checkpoint()));
    Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, whole.length / 2));
    config();
    run("test", "mine.yaml", "cut.safetensors").wasRefused("cut.safetensors", "damaged");
    Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, 100));
    run("predict", "cut.safetensors", "a.png").wasRefused("cut.safetensors", "damaged");
  }

  @Test
  void aCheckpointOfAnotherNetworkIsComparedWithTheConfig(TrainedRun trained)
      throws IOException, InterruptedException {
    config(
        "model: {backbone: {num_classes: -1}, neck: null, head: {_delete_: true, type:"
            + " LinearClsHead, num_classes: 10, in_channels: 120}}");
    run("test", "mine.yaml", trained.checkpoint())
        .wasRefused(
            "does not fit the network",
            "missing in the file",
            "head.fc.weight",
            "unknown to the network",
            "backbone.classifier.2.weight");
  }

  @Test
  void argumentsAreChecked() throws IOException, InterruptedException {
    run().wasRefused("a command is missing", "train");
    run("trian").wasRefused("'trian'", "vertebra --help");
    run("train").wasRefused("CONFIG", "vertebra train --help");
    run("train", "absent.yaml").wasRefused("absent.yaml");
    run("predict", "a.safetensors", "a.png", "--top-k", "0").wasRefused("--top-k is 0");
    run("predict", "a.safetensors", "a.png", "--out", "a.xls").wasRefused("a.xls", ".csv");
  }
}
