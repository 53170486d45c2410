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
}
