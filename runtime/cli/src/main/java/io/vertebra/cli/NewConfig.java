package io.vertebra.cli;

import ai.djl.ndarray.types.Shape;
import io.vertebra.registry.config.ConfigWriter;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A config for a folder of images.
 *
 * @param survey the images
 * @param backbone the backbone, as YAML on one line
 * @param neck the line of the neck; empty where features are vectors already
 * @param channels channels of the features
 * @param file the file to write
 */
record NewConfig(FolderSurvey survey, String backbone, String neck, long channels, Path file) {
  // Every fifth image of a class validates where there is no folder of its own for that.
  private static final int VALIDATION_EVERY = 5;

  static NewConfig of(FolderSurvey survey, MappingNode backbone, Shape feature, Path file) {
    boolean map = feature.dimension() == 4;
    return new NewConfig(
        survey,
        ConfigWriter.yaml(backbone).strip().indent(4).stripTrailing(),
        map ? "  neck: {type: GlobalAveragePooling}\n" : "",
        feature.get(1),
        file);
  }

  /** Writes the config and, where needed, lists of the images to train and to validate on. */
  void write() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Optional<Path> validation = survey.validation();
    String train;
    String val;
    if (validation.isPresent()) {
      train = "data_root: " + quoted(survey.training());
      val = "data_root: " + quoted(validation.get());
    } else {
      train = listed(list("train", false));
      val = listed(list("val", true));
    }
    Files.writeString(file, text(train, val));
  }

  private String listed(Path list) {
    return "data_root: %s\n    ann_file: %s\n    classes: [%s]"
        .formatted(
            quoted(survey.training()),
            quoted(list),
            String.join(", ", survey.classes().keySet().stream().map(NewConfig::quoted).toList()));
  }

  /** Writes one of the two lists: a path and the index of its class on each line. */
  private Path list(String name, boolean validation) throws IOException {
    List<String> lines = new ArrayList<>();
    int label = 0;
    for (String each : survey.classes().keySet()) {
      int index = 0;
      for (ImageFile image : ImageFiles.in(survey.training().resolve(each))) {
        if ((index++ % VALIDATION_EVERY == VALIDATION_EVERY - 1) == validation) {
          lines.add(each + "/" + image.relative() + " " + label);
        }
      }
      label++;
    }
    String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Path list = file.resolveSibling(stem + "_" + name + ".txt");
    Files.write(list, lines);
    return list;
  }

  private static String quoted(Path path) {
    return quoted(path.toAbsolutePath().normalize().toString());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private String text(String train, String val) {
    return """
        # Written by 'vertebra config new'; every key may be changed.
        model:
          type: ImageClassifier
          backbone:
        %s
        %s  head:
            type: LinearClsHead
            num_classes: %d
            in_channels: %d
            loss: {type: CrossEntropyLoss}

        # Mean and deviation of ImageNet's photographs, red first.
        data_preprocessor:
          mean: [123.675, 116.28, 103.53]
          std: [58.395, 57.12, 57.375]
          to_rgb: true

        train_dataloader:
          batch_size: 16
          sampler: {type: DefaultSampler, shuffle: true}
          dataset:
            type: CustomDataset
            %s
            pipeline:
              - {type: LoadImageFromFile}
              - {type: RandomResizedCrop, scale: 224}
              - {type: RandomFlip, prob: 0.5}
              - {type: PackInputs}
        val_dataloader: &val
          batch_size: 16
          sampler: {type: DefaultSampler, shuffle: false}
          dataset:
            type: CustomDataset
            %s
            pipeline:
              - {type: LoadImageFromFile}
              - {type: ResizeEdge, scale: 256}
              - {type: CenterCrop, crop_size: 224}
              - {type: PackInputs}
        test_dataloader: *val
        val_evaluator: &figures {type: Accuracy, topk: 1}
        test_evaluator: *figures

        optim_wrapper:
          optimizer: {type: SGD, lr: 0.01, momentum: 0.9, weight_decay: 0.0001}
        param_scheduler:
          - {type: LinearLR, start_factor: 0.01, by_epoch: false, begin: 0, end: 50}
          - {type: CosineAnnealingLR, by_epoch: true}
        train_cfg: {max_epochs: 30}
        default_hooks:
          checkpoint: {type: CheckpointHook, interval: 1, max_keep_ckpts: 3, save_best: auto}
          logger: {type: LoggerHook, interval: 10}
        """
        .formatted(backbone, neck, survey.classes().size(), channels, train, val);
  }
}
