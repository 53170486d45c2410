package io.vertebra.plugins.heads;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.HeadContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class HeadContractsTest {
  @Nested
  final class Cls extends HeadContract {
    @Override
    protected String config() {
      return "{type: ClsHead}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(10));
    }

    @Override
    protected int classes() {
      return 10;
    }
  }

  @Nested
  final class LinearCls extends HeadContract {
    @Override
    protected String config() {
      return "{type: LinearClsHead, num_classes: 10, in_channels: 16}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(8), new Shape(16));
    }

    @Override
    protected int classes() {
      return 10;
    }
  }

  @Nested
  final class VisionTransformerCls extends HeadContract {
    @Override
    protected String config() {
      return "{type: VisionTransformerClsHead, num_classes: 10, in_channels: 16, hidden_dim: 12}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(16));
    }

    @Override
    protected int classes() {
      return 10;
    }
  }

  @Nested
  final class DeitCls extends HeadContract {
    @Override
    protected String config() {
      return "{type: DeiTClsHead, num_classes: 10, in_channels: 16}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(16), new Shape(16));
    }

    @Override
    protected int classes() {
      return 10;
    }
  }
}
