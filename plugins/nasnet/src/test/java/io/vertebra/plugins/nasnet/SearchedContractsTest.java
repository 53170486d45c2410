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
      return "{type: NASNetALarge, num_features: 96, stem_size: 8, out_indices: [0, 2, 4]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 65);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 31, 32), new Shape(24, 8, 8), new Shape(96, 2, 2));
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
      return new Shape(3, 65, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10));
    }
  }
}
