package io.vertebra.cli;

import com.google.gson.Gson;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of the pipeline of the training data, each as a config that ends with it. */
final class PipelineSteps {
  private static final String DATASET = "train_dataloader.dataset";
  private static final String PIPELINE = "pipeline";
  private static final String PACKING = "PackInputs";

  private PipelineSteps() {}

  /**
   * A step.
   *
   * @param name the type of the transform
   * @param override what makes the pipeline end with it
   */
  record Step(String name, String override) {
    /** The overrides of the command, and that of this step. */
    List<String> overrides(List<String> others) {
      List<String> all = new ArrayList<>(others);
      all.add(override);
      return all;
    }
  }

  /**
   * Finds the steps, of which those that only pack are left out.
   *
   * @param config a whole config
   * @throws UserException if its training data have no pipeline
   */
  static List<Step> of(MappingNode config) {
    ListNode pipeline =
        config
            .find(DATASET)
            .flatMap(PipelineSteps::pipeline)
            .orElseThrow(
                () ->
                    new UserException(
                        "the config has no pipeline at %s; name a config that trains"
                            .formatted(DATASET + "." + PIPELINE)));
    List<Step> steps = new ArrayList<>();
    List<Object> begun = new ArrayList<>();
    for (ConfigNode transform : pipeline.children()) {
      begun.add(transform.toObject());
      String name = name(transform);
      if (!name.equals(PACKING)) {
        steps.add(new Step(name, pipeline.path() + "=" + new Gson().toJson(begun)));
      }
    }
    return steps;
  }

  /** The pipeline of a data set, or of the first of those that it wraps. */
  private static Optional<ListNode> pipeline(ConfigNode node) {
    Optional<ListNode> own =
        node.child(PIPELINE).filter(ListNode.class::isInstance).map(ListNode.class::cast);
    return own.isPresent()
        ? own
        : node.children().stream().flatMap(child -> pipeline(child).stream()).findFirst();
  }

  private static String name(ConfigNode transform) {
    return transform.child("type").map(type -> type.toObject().toString()).orElse("?");
  }
}
