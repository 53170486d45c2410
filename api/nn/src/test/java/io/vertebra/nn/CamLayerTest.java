package io.vertebra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CamLayerTest {
  private static final class Chain extends Backbone {
    Chain(Layer... layers) {
      addModule("layers", new Sequential(layers));
    }

    @Override
    public List<NDArray> forward(Context context, NDArray images) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void theLastNormIsTheDefault() {
    Backbone network = new Chain(new BatchNorm2d(4), new BatchNorm2d(4), new Conv2d(4, 4, 1));

    assertThat(network.camLayer()).contains(CamLayer.map("layers.1"));
  }

  @Test
  void withoutNormsItIsTheLastConvolution() {
    Backbone network = new Chain(new Conv2d(4, 4, 1), new Conv2d(4, 4, 1), new Relu());

    assertThat(network.camLayer()).contains(CamLayer.map("layers.1"));
    assertThat(new Chain(new Relu()).camLayer()).isEmpty();
  }

  @Test
  void onlyTokensCanBeExtra() {
    assertThat(CamLayer.tokens("norm", 2).extraTokens()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CamLayer("norm", CamLayer.Axes.MAP, 1))
        .withMessageContaining("extraTokens is 1");
  }
}
