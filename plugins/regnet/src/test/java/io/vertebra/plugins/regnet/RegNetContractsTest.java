package io.vertebra.plugins.regnet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class RegNetContractsTest {
  @Nested
  final class X extends BackboneContract {
    @Override
    protected String config() {
      return "{type: RegNet, arch: {w0: 8, wa: 8.0, wm: 2.0, group_w: 4, depth: 6, bot_mul: 1.0}, out_indices: [1, 3], zero_init_residual: false}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(16, 8, 8), new Shape(64, 2, 2));
    }
  }

  @Nested
  final class XFrozen extends BackboneContract {
    @Override
    protected String config() {
      return "{type: RegNet, arch: {w0: 8, wa: 8.0, wm: 2.0, group_w: 4, depth: 6, bot_mul: 1.0}, frozen_stages: 1, avg_down: true, zero_init_residual: false}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 2, 2));
    }
  }

  @Nested
  final class Y extends BackboneContract {
    @Override
    protected String config() {
      return "{type: RegNetY, arch: {w0: 8, wa: 8.0, wm: 2.0, group_w: 4, depth: 6, bot_mul: 1.0}, num_classes: 10}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10));
    }
  }

  @Nested
  final class YWithoutGate extends BackboneContract {
    @Override
    protected String config() {
      return "{type: RegNetY, arch: {w0: 8, wa: 8.0, wm: 2.0, group_w: 4, depth: 6, bot_mul: 1.0}, se_ratio: null, frozen_stages: 1, out_indices: [0, -1], norm_eval: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 16, 16), new Shape(64, 2, 2));
    }
  }
}
