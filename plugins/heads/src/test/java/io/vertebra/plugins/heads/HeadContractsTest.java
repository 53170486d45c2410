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

  @Nested
  final class StackedLinear extends HeadContract {
    @Override
    protected String config() {
      return "{type: StackedLinearClsHead, num_classes: 10, in_channels: 16, mid_channels: [12, 8]}";
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
  final class MultiLabel extends HeadContract {
    @Override
    protected String config() {
      return "{type: MultiLabelClsHead, thr: 0.5}";
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
  final class MultiLabelLinear extends HeadContract {
    @Override
    protected String config() {
      return "{type: MultiLabelLinearClsHead, num_classes: 10, in_channels: 16}";
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
  final class Csra extends HeadContract {
    @Override
    protected String config() {
      return "{type: CSRAClsHead, num_classes: 10, in_channels: 16, num_heads: 2, lam: 0.1}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(16, 3, 4));
    }

    @Override
    protected int classes() {
      return 10;
    }
  }

  @Nested
  final class ArcFace extends HeadContract {
    @Override
    protected String config() {
      return "{type: ArcFaceClsHead, num_classes: 10, in_channels: 16, num_subcenters: 2}";
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
  final class OfTasks extends HeadContract {
    @Override
    protected String config() {
      return "{type: MultiTaskHead, task_heads: {colour: {type: LinearClsHead, num_classes: 4,"
          + " in_channels: 16}, shape: {type: MultiTaskHead, task_heads: {round: {type:"
          + " MultiLabelLinearClsHead, num_classes: 6, in_channels: 16}}}}}";
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
}
