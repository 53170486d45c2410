package io.vertebra.plugins.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.ClassCount;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Loss;
import io.vertebra.api.model.Misfit;
import io.vertebra.nn.Linear;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class KnowledgeDistillationTest {
  private static final NDArray IMAGES = Symbolic.array("images", 2, 4);

  private static ImageClassifier classifier(int classes) {
    return new ImageClassifier(
        new ImageClassifier.Options(
            new Same(),
            Optional.empty(),
            Optional.of(new Scorer(classes)),
            Optional.empty(),
            Optional.empty()));
  }

  private static KnowledgeDistillation of(Algorithm teacher) {
    return new KnowledgeDistillation(
        new KnowledgeDistillation.Options(classifier(2), teacher, new Difference(), 0.25));
  }

  private final KnowledgeDistillation distillation = of(classifier(2));

  @Test
  void labelsAndTheTeacherShareTheObjective() {
    assertThat(
            distillation.loss(
                Symbolic.context(distillation),
                new Batch(List.of(IMAGES), Symbolic.array("targets", 2))))
        .hasToString(
            "{loss=targets.neg().mul(0.75), distill_loss="
                + "linear(images, student.head.fc.weight, student.head.fc.bias)"
                + ".sub(linear(images, teacher.head.fc.weight, teacher.head.fc.bias)).mul(0.25)}");
  }

  @Test
  void scoresAreThoseOfTheStudent() {
    assertThat(distillation.scores(Symbolic.context(distillation), IMAGES))
        .hasToString("linear(images, student.head.fc.weight, student.head.fc.bias)");
    assertThat(distillation.classes()).contains(new ClassCount(2, "student.head.num_classes"));
  }

  @Test
  void theTeacherStaysAsItIs() {
    distillation
        .parameters()
        .forEach(
            (name, parameter) ->
                assertThat(parameter.trainable()).isEqualTo(name.startsWith("student.")));
  }

  @Test
  void bothHaveTheSameClasses() {
    assertThat(of(classifier(3)).misfits())
        .containsExactly(
            new Misfit(
                "teacher.head.num_classes",
                "is 3, but the student has 2 classes",
                "take a teacher of the same classes"));
    assertThat(distillation.misfits()).isEmpty();
  }

  @Test
  void aTeacherHasLogits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(of(classifier(2))))
        .withMessageContaining(
            "the teacher is a KnowledgeDistillation, but only an ImageClassifier has logits");
  }

  @Test
  void onlyTheStudentHasDepths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> distillation.layerDepth("teacher.head.fc.weight"))
        .withMessageContaining("is not of the student");
  }

  private static final class Same extends Backbone {
    @Override
    public List<NDArray> forward(Context context, NDArray images) {
      return List.of(images);
    }
  }

  private static final class Scorer extends Head {
    private final Linear fc;
    private final int classes;

    Scorer(int classes) {
      this.fc = addModule("fc", new Linear(4, classes, true));
      this.classes = classes;
    }

    @Override
    public OptionalInt numClasses(OptionalInt channels) {
      return OptionalInt.of(classes);
    }

    @Override
    public NDArray logits(Context context, List<NDArray> features) {
      return fc.forward(context, features.get(0));
    }

    @Override
    public Map<String, NDArray> loss(Context context, List<NDArray> features, NDArray targets) {
      return Map.of("loss", targets.neg());
    }

    @Override
    public NDArray scores(Context context, List<NDArray> features) {
      return logits(context, features);
    }
  }

  private static final class Difference extends Loss {
    @Override
    public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
      return logits.sub(targets);
    }
  }
}
