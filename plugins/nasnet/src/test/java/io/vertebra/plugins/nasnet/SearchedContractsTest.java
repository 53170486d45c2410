package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class SearchedContractsTest {
  @Nested
  final class NasNet extends BackboneContract {
    @Override
    protected String config() {
      return "{type: NASNetALarge, num_features: 96, stem_size: 8, num_classes: 10}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 65, 65);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10));
    }
  }

  @Nested
  final class NasNetFeatures extends BackboneContract {
    @Override
    protected String config() {
      return "{type: NASNetALarge, num_features: 192, stem_size: 4, out_indices: [0, 2, 4], norm_eval: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(4, 31, 31), new Shape(48, 8, 8), new Shape(192, 2, 2));
    }
  }

  @Nested
  final class PnasNet extends BackboneContract {
    @Override
    protected String config() {
      return "{type: PNASNet5Large, num_features: 80, stem_size: 8, num_classes: 10}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 65, 65);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10));
    }
  }

  @Nested
  final class PnasNetFeatures extends BackboneContract {
    @Override
    protected String config() {
      return "{type: PNASNet5Large, num_features: 160, stem_size: 4, out_indices: [1, 3], norm_eval: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10, 16, 16), new Shape(80, 4, 4));
    }
  }
}
