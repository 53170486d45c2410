package io.vertebra.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A config with everything on that follows from chance, or remembers something from one iteration
 * to the next: augmentation, dropout, dropped branches, averaged weights, accumulation, clipping,
 * schedules by iteration and by epoch.
 */
final class FullConfig {
  private static final String TEXT =
      """
      _base_: %s
      model:
        _delete_: true
        type: ImageClassifier
        backbone:
          type: VisionTransformer
          arch: {embed_dims: 32, num_layers: 2, num_heads: 2, feedforward_channels: 64}
          img_size: 28
          patch_size: 7
          in_channels: 1
          drop_rate: 0.1
          drop_path_rate: 0.1
        head:
          type: VisionTransformerClsHead
          num_classes: 10
          in_channels: 32
          loss: {type: LabelSmoothLoss, label_smooth_val: 0.1, mode: classy_vision}
      train_dataloader:
        dataset:
          pipeline:
            - {type: RandomCrop, crop_size: 28, padding: 2}
            - {type: RandomFlip, prob: 0.5}
            - {type: PackInputs}
      val_dataloader: {dataset: {pipeline: [{type: PackInputs}]}}
      test_dataloader: {dataset: {pipeline: [{type: PackInputs}]}}
      optim_wrapper:
        optimizer: {_delete_: true, type: AdamW, lr: 0.002, weight_decay: 0.05}
        paramwise_cfg: {norm_decay_mult: 0.0, bias_decay_mult: 0.0}
        clip_grad: {max_norm: 1.0}
        accumulative_counts: 3
      param_scheduler:
        - {type: LinearLR, start_factor: 0.1, by_epoch: false, begin: 0, end: 200}
        - {type: CosineAnnealingLR, by_epoch: true, begin: 1}
      custom_hooks: [{type: EMAHook, momentum: 0.01}]
      visualizer: {vis_backends: [{type: TensorboardVisBackend}, {type: LocalVisBackend}]}
      default_hooks: {logger: {interval: 10}}
      """;

  private FullConfig() {}

  /** Writes the config and returns its file. */
  static String write(Distribution distribution, Path folder) throws IOException {
    Path file = folder.resolve("full.yaml");
    Files.writeString(file, TEXT.formatted(distribution.quickstart()));
    return file.toString();
  }
}
