package io.vertebra.plugins.algorithms;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.ClassCount;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Loss;
import io.vertebra.api.model.Misfit;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A classifier that learns from labels and from the scores of another one, which stays as it is
 * (Hinton et al., Distilling the Knowledge in a Neural Network, 2015). The names of its arrays
 * begin with {@code student.} and {@code teacher.}; scores are those of the student.
 */
@Plugin(
    kind = Kind.ALGORITHM,
    type = "KnowledgeDistillation",
    summary = "A classifier that learns from labels and from another classifier")
public final class KnowledgeDistillation extends Algorithm implements LayerDepths {
  private static final String STUDENT = "student";
  private static final String TEACHER = "teacher";

  private final ImageClassifier student;
  private final ImageClassifier teacher;
  private final Loss distillation;
  private final float alpha;

  /**
   * Options of {@link KnowledgeDistillation}.
   *
   * @param student the classifier that learns
   * @param teacher the classifier that it learns from
   * @param distillLoss compares the logits of both
   * @param alpha the share of what the teacher says
   */
  public record Options(
      @Doc("classifier that learns, an ImageClassifier") Algorithm student,
      @Doc(
              "classifier that it learns from, an ImageClassifier whose init_cfg names its weights:"
                  + " {type: Pretrained, checkpoint: ...}")
          Algorithm teacher,
      @Doc("training objective of the student's logits and those of the teacher as targets")
          @Default("{type: KLDivergence, tau: 4.0}")
          Loss distillLoss,
      @Doc("share of what the teacher says in the training objective; labels have the rest")
          @Default("0.5")
          @Range(min = 0, max = 1)
          double alpha) {}

  /**
   * Makes the algorithm, and freezes the teacher.
   *
   * @param options the options
   */
  public KnowledgeDistillation(Options options) {
    student = addModule(STUDENT, classifier(STUDENT, options.student()));
    teacher = addModule(TEACHER, classifier(TEACHER, options.teacher()));
    distillation = addModule("distill_loss", options.distillLoss());
    alpha = (float) options.alpha();
    teacher.setTrainable(false);
    teacher.setEvaluating(true);
  }

  private static ImageClassifier classifier(String role, Algorithm algorithm) {
    if (algorithm instanceof ImageClassifier classifier) {
      return classifier;
    }
    throw new IllegalArgumentException(
        "the %s is a %s, but only an ImageClassifier has logits to compare"
            .formatted(role, algorithm.getClass().getSimpleName()));
  }

  @Override
  public Optional<DataPreprocessor> dataPreprocessor() {
    return student.dataPreprocessor();
  }

  @Override
  public Optional<BatchAugments> batchAugments() {
    return student.batchAugments();
  }

  @Override
  public Map<String, Integer> tasks() {
    return student.tasks();
  }

  @Override
  public Map<String, NDArray> loss(Context context, Batch batch) {
    ImageClassifier.Lesson lesson = student.lesson(context, batch);
    NDArray expected = teacher.logits(context, batch.images());
    Map<String, NDArray> losses = new LinkedHashMap<>();
    lesson
        .losses()
        .forEach(
            (name, value) ->
                losses.put(name, name.contains("loss") ? value.mul(1 - alpha) : value));
    losses.put("distill_loss", distillation.forward(context, lesson.logits(), expected).mul(alpha));
    return losses;
  }

  @Override
  public NDArray scores(Context context, NDArray images) {
    return student.scores(context, images);
  }

  /** The depth of a parameter of the student; the teacher does not learn. */
  @Override
  public Depth layerDepth(String parameter) {
    String prefix = STUDENT + ".";
    if (parameter.startsWith(prefix)) {
      return student.layerDepth(parameter.substring(prefix.length()));
    }
    throw new IllegalArgumentException(
        "'" + parameter + "' is not of the student, and nothing else learns");
  }

  @Override
  public List<Misfit> misfits() {
    List<Misfit> misfits = new ArrayList<>();
    addMisfits(misfits, STUDENT, student);
    addMisfits(misfits, TEACHER, teacher);
    Optional<ClassCount> learnt = student.classes();
    Optional<ClassCount> taught = teacher.classes();
    if (learnt.isPresent() && taught.isPresent() && learnt.get().count() != taught.get().count()) {
      misfits.add(
          new Misfit(
              TEACHER + "." + taught.get().key(),
              "is %d, but the student has %d classes"
                  .formatted(taught.get().count(), learnt.get().count()),
              "take a teacher of the same classes"));
    }
    return misfits;
  }

  private static void addMisfits(List<Misfit> misfits, String role, ImageClassifier classifier) {
    classifier.misfits().stream()
        .map(each -> new Misfit(role + "." + each.key(), each.problem(), each.hint()))
        .forEach(misfits::add);
  }

  @Override
  public Optional<ClassCount> classes() {
    return student
        .classes()
        .map(count -> new ClassCount(count.count(), STUDENT + "." + count.key()));
  }
}
