package io.vertebra.plugins.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Neck;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ImageClassifierTest {
  private static final NDArray IMAGES = Symbolic.array("images", 2, 3, 8, 8);
  private static final Batch BATCH = new Batch(List.of(IMAGES), Symbolic.array("targets", 2));

  private static ImageClassifier classifier(Neck neck, Head head) {
    return new ImageClassifier(
        new ImageClassifier.Options(
            new Exponential(),
            Optional.ofNullable(neck),
            Optional.ofNullable(head),
            Optional.empty()));
  }

  @Test
  void sendsImagesThroughItsPartsInOrder() {
    ImageClassifier whole = classifier(new Absolute(), new Difference());
    assertThat(whole.modules().keySet()).containsExactly("backbone", "neck", "head");
    assertThat(whole.scores(Symbolic.context(whole), IMAGES))
        .hasToString("images.exp().abs().neg()");
    assertThat(whole.loss(Symbolic.context(whole), BATCH))
        .hasToString("{loss=images.exp().abs().sub(targets)}");
  }

  @Test
  void needsNoNeck() {
    ImageClassifier bare = classifier(null, new Difference());
    assertThat(bare.modules().keySet()).containsExactly("backbone", "head");
    assertThat(bare.scores(Symbolic.context(bare), IMAGES)).hasToString("images.exp().neg()");
  }

  @Test
  void saysWhatIsMissingWithoutAHead() {
    ImageClassifier headless = classifier(null, null);
    assertThatThrownBy(() -> headless.loss(Symbolic.context(headless), BATCH))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("set model.head");
    assertThatThrownBy(() -> headless.scores(Symbolic.context(headless), IMAGES))
        .hasMessageContaining("no head");
  }

  private static final class Exponential extends Backbone {
    @Override
    public List<NDArray> forward(Context context, NDArray images) {
      return List.of(images.exp());
    }
  }

  private static final class Absolute extends Neck {
    @Override
    public List<NDArray> forward(Context context, List<NDArray> features) {
      return List.of(features.get(0).abs());
    }
  }

  private static final class Difference extends Head {
    @Override
    public NDArray logits(Context context, List<NDArray> features) {
      return features.get(0);
    }

    @Override
    public Map<String, NDArray> loss(Context context, List<NDArray> features, NDArray targets) {
      return Map.of("loss", features.get(0).sub(targets));
    }

    @Override
    public NDArray scores(Context context, List<NDArray> features) {
      return features.get(0).neg();
    }
  }
}
