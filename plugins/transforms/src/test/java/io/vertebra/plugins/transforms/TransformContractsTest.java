package io.vertebra.plugins.transforms;

import io.vertebra.testkit.TransformContract;
import org.junit.jupiter.api.Nested;

final class TransformContractsTest {
  @Nested
  final class Centre extends TransformContract {
    @Override
    protected String config() {
      return "{type: CenterCrop, crop_size: 24}";
    }
  }

  @Nested
  final class Load extends TransformContract {
    @Override
    protected String config() {
      return "{type: LoadImageFromFile, color_type: grayscale}";
    }
  }

  @Nested
  final class Pack extends TransformContract {
    @Override
    protected String config() {
      return "{type: PackInputs}";
    }
  }

  @Nested
  final class Crop extends TransformContract {
    @Override
    protected String config() {
      return "{type: RandomCrop, crop_size: [32, 48], padding: 4}";
    }
  }

  @Nested
  final class Flip extends TransformContract {
    @Override
    protected String config() {
      return "{type: RandomFlip, prob: 0.5, direction: diagonal}";
    }
  }

  @Nested
  final class ResizedCrop extends TransformContract {
    @Override
    protected String config() {
      return "{type: RandomResizedCrop, scale: 24, backend: pillow}";
    }
  }

  @Nested
  final class Resized extends TransformContract {
    @Override
    protected String config() {
      return "{type: Resize, scale: [20, 30]}";
    }
  }

  @Nested
  final class ResizedEdge extends TransformContract {
    @Override
    protected String config() {
      return "{type: ResizeEdge, scale: 24, edge: short}";
    }
  }

  @Nested
  final class CentreOfEfficientNet extends TransformContract {
    @Override
    protected String config() {
      return "{type: EfficientNetCenterCrop, crop_size: 24}";
    }
  }

  @Nested
  final class RandomCropOfEfficientNet extends TransformContract {
    @Override
    protected String config() {
      return "{type: EfficientNetRandomCrop, scale: 24}";
    }
  }

  @Nested
  final class Padded extends TransformContract {
    @Override
    protected String config() {
      return "{type: Pad, size: [60, 70], padding_mode: reflect}";
    }
  }

  @Nested
  final class Erased extends TransformContract {
    @Override
    protected String config() {
      return "{type: RandomErasing, mode: rand, fill_std: [50, 50, 50]}";
    }
  }

  @Nested
  final class Jitter extends TransformContract {
    @Override
    protected String config() {
      return "{type: ColorJitter, brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1}";
    }
  }

  @Nested
  final class Lit extends TransformContract {
    @Override
    protected String config() {
      return "{type: Lighting, eigval: [55.4, 4.8], eigvec: [[-0.5, 0.7], [-0.5, 0], [-0.5, -0.7]]}";
    }
  }

  @Nested
  final class Gray extends TransformContract {
    @Override
    protected String config() {
      return "{type: RandomGrayscale, prob: 0.5, keep_channels: true}";
    }
  }

  @Nested
  final class Applied extends TransformContract {
    @Override
    protected String config() {
      return "{type: RandomApply, transforms: {type: Invert}, prob: 0.3}";
    }
  }

  @Nested
  final class Chosen extends TransformContract {
    @Override
    protected String config() {
      return "{type: RandomChoice, transforms: [{type: Invert}, [{type: Equalize}, {type: Sharpness, magnitude: 0.5}]]}";
    }
  }

  @Nested
  final class Blur extends TransformContract {
    @Override
    protected String config() {
      return "{type: GaussianBlur, magnitude_range: [0.1, 2.0], magnitude_std: inf}";
    }
  }

  @Nested
  final class Hole extends TransformContract {
    @Override
    protected String config() {
      return "{type: Cutout, shape: 8}";
    }
  }

  @Nested
  final class Stretched extends TransformContract {
    @Override
    protected String config() {
      return "{type: AutoContrast, prob: 0.9}";
    }
  }

  @Nested
  final class Even extends TransformContract {
    @Override
    protected String config() {
      return "{type: Equalize}";
    }
  }

  @Nested
  final class Inverse extends TransformContract {
    @Override
    protected String config() {
      return "{type: Invert}";
    }
  }

  @Nested
  final class Turned extends TransformContract {
    @Override
    protected String config() {
      return "{type: Rotate, magnitude_range: [0, 30], interpolation: bicubic}";
    }
  }

  @Nested
  final class Sheared extends TransformContract {
    @Override
    protected String config() {
      return "{type: Shear, magnitude: 0.2}";
    }
  }

  @Nested
  final class Shifted extends TransformContract {
    @Override
    protected String config() {
      return "{type: Translate, magnitude: 0.2, direction: vertical}";
    }
  }

  @Nested
  final class Solar extends TransformContract {
    @Override
    protected String config() {
      return "{type: Solarize, thr: 100}";
    }
  }

  @Nested
  final class SolarSum extends TransformContract {
    @Override
    protected String config() {
      return "{type: SolarizeAdd, magnitude: 40}";
    }
  }

  @Nested
  final class Poster extends TransformContract {
    @Override
    protected String config() {
      return "{type: Posterize, bits: 3}";
    }
  }

  @Nested
  final class Bright extends TransformContract {
    @Override
    protected String config() {
      return "{type: Brightness, magnitude: 0.4}";
    }
  }

  @Nested
  final class Contrasted extends TransformContract {
    @Override
    protected String config() {
      return "{type: Contrast, magnitude: 0.4}";
    }
  }

  @Nested
  final class Colored extends TransformContract {
    @Override
    protected String config() {
      return "{type: ColorTransform, magnitude: 0.4}";
    }
  }

  @Nested
  final class Sharp extends TransformContract {
    @Override
    protected String config() {
      return "{type: Sharpness, magnitude: 0.4}";
    }
  }

  @Nested
  final class Learned extends TransformContract {
    @Override
    protected String config() {
      return "{type: AutoAugment, policies: imagenet}";
    }
  }

  @Nested
  final class Drawn extends TransformContract {
    @Override
    protected String config() {
      return "{type: RandAugment, policies: timm_increasing, num_policies: 2, magnitude_level: 9, magnitude_std: 0.5}";
    }
  }

  @Nested
  final class Trivial extends TransformContract {
    @Override
    protected String config() {
      return "{type: TrivialAugment}";
    }
  }

  @Nested
  final class Mixed extends TransformContract {
    @Override
    protected String config() {
      return "{type: AugMix}";
    }
  }

  @Nested
  final class Views extends TransformContract {
    @Override
    protected String config() {
      return "{type: MultiView, num_views: [2, 1], transforms: [[{type: RandomFlip, prob: 0.5}], {type: Resize, scale: 16}]}";
    }
  }

  @Nested
  final class Blocks extends TransformContract {
    @Override
    protected String config() {
      return "{type: SimMIMMaskGenerator, input_size: 64}";
    }
  }

  @Nested
  final class Rectangles extends TransformContract {
    @Override
    protected String config() {
      return "{type: BEiTMaskGenerator, input_size: 14, num_masking_patches: 75}";
    }
  }

  @Nested
  final class SampledBlur extends TransformContract {
    @Override
    protected String config() {
      return "{type: GaussianBlur, radius: 1.1, backend: cv2}";
    }
  }
}
