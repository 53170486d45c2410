package io.vertebra.plugins.necks;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.NeckContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class NeckContractsTest {
  @Nested
  final class OfImages extends NeckContract {
    @Override
    protected String config() {
      return "{type: GlobalAveragePooling}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(4, 6, 8), new Shape(8, 3, 4));
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(4), new Shape(8));
    }
  }

  @Nested
  final class OfSequences extends NeckContract {
    @Override
    protected String config() {
      return "{type: GlobalAveragePooling, dim: 1}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(4, 6));
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(4));
    }
  }

  @Nested
  final class OfPowers extends NeckContract {
    @Override
    protected String config() {
      return "{type: GeneralizedMeanPooling}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(4, 6, 8));
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(4));
    }
  }

  @Nested
  final class Linear extends NeckContract {
    @Override
    protected String config() {
      return "{type: LinearNeck, in_channels: 4, out_channels: 6, gap_dim: 2, act_cfg: {type:"
          + " ReLU}}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(8, 3), new Shape(4, 6, 8));
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(6));
    }
  }

  @Nested
  final class Scales extends NeckContract {
    @Override
    protected String config() {
      return "{type: HRFuseScales, in_channels: [2, 3, 4, 5], out_channels: 6}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(
          new Shape(2, 16, 24), new Shape(3, 8, 12), new Shape(4, 4, 6), new Shape(5, 2, 3));
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(6, 2, 3));
    }
  }
}
