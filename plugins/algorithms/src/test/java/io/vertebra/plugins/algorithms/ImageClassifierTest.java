package io.vertebra.plugins.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.ClassCount;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Misfit;
import io.vertebra.api.model.Neck;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
            Optional.empty(),
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

    @Override
    public List<Integer> outChannels() {
      return List.of(4);
    }
  }

  /** Takes some channels and gives twice as many, or does not tell. */
  private static final class Absolute extends Neck {
    private final OptionalInt channels;

    Absolute() {
      this.channels = OptionalInt.empty();
    }

    Absolute(int channels) {
      this.channels = OptionalInt.of(channels);
    }

    @Override
    public OptionalInt inChannels() {
      return channels;
    }

    @Override
    public List<Integer> outChannels(List<Integer> inChannels) {
      return channels.isPresent()
          ? inChannels.stream().map(given -> 2 * given).toList()
          : super.outChannels(inChannels);
    }

    @Override
    public List<NDArray> forward(Context context, List<NDArray> features) {
      return List.of(features.get(0).abs());
    }
  }

  private static final class Difference extends Head {
    private final OptionalInt channels;
    private final OptionalInt classes;

    Difference() {
      this.channels = OptionalInt.empty();
      this.classes = OptionalInt.empty();
    }

    Difference(int channels, int classes) {
      this.channels = OptionalInt.of(channels);
      this.classes = OptionalInt.of(classes);
    }

    @Override
    public OptionalInt inChannels() {
      return channels;
    }

    @Override
    public OptionalInt numClasses(OptionalInt given) {
      return classes;
    }

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

  @Test
  void findsPartsThatTakeOtherChannelsThanTheyAreGiven() {
    assertThat(classifier(null, new Difference(4, 3)).misfits()).isEmpty();
    assertThat(classifier(null, new Difference(8, 3)).misfits())
        .containsExactly(
            new Misfit(
                "head.in_channels",
                "is 8, but the head is given features of 4 channels",
                "set it to 4"));
    assertThat(classifier(new Absolute(4), new Difference(8, 3)).misfits()).isEmpty();
    assertThat(classifier(new Absolute(2), new Difference(4, 3)).misfits())
        .extracting(Misfit::key)
        .containsExactly("neck.in_channels", "head.in_channels");
  }

  @Test
  void partsThatDoNotTellFitAll() {
    assertThat(classifier(new Absolute(), new Difference(9, 3)).misfits()).isEmpty();
    assertThat(classifier(null, new Difference()).misfits()).isEmpty();
  }

  @Test
  void itsClassesAreThoseOfTheHeadOrElseItsFeatures() {
    assertThat(classifier(null, new Difference(4, 3)).classes())
        .contains(new ClassCount(3, "head.num_classes"));
    assertThat(classifier(null, new Logits()).classes())
        .contains(new ClassCount(4, "backbone.num_classes"));
    assertThat(classifier(new Absolute(), new Logits()).classes()).isEmpty();
    assertThat(classifier(null, null).classes()).isEmpty();
  }

  /** A head that takes features as they are. */
  private static final class Logits extends Head {
    @Override
    public OptionalInt numClasses(OptionalInt channels) {
      return channels;
    }

    @Override
    public NDArray logits(Context context, List<NDArray> features) {
      return features.get(0);
    }

    @Override
    public Map<String, NDArray> loss(Context context, List<NDArray> features, NDArray targets) {
      return Map.of();
    }

    @Override
    public NDArray scores(Context context, List<NDArray> features) {
      return features.get(0);
    }
  }
}
