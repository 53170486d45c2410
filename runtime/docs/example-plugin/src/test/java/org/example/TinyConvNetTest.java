package org.example;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;

final class TinyConvNetTest extends BackboneContract {
  @Override
  protected String config() {
    return "{type: TinyConvNet, width: 4}";
  }

  @Override
  protected Shape input() {
    return new Shape(1, 28, 28);
  }

  @Override
  protected List<Shape> outputs() {
    return List.of(new Shape(4, 12, 12));
  }
}
