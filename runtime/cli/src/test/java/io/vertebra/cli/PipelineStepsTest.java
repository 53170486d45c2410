package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PipelineStepsTest {
  private static final String PIPELINE =
      "pipeline: [{type: LoadImageFromFile}, {type: Resize, scale: [8, 9]}, {type: PackInputs}]";

  private static MappingNode config(String text, String... overrides) {
    return new ConfigLoader().loadText(Path.of("mine.yaml"), text, List.of(overrides));
  }

  private static List<PipelineSteps.Step> steps(String text) {
    return PipelineSteps.of(config(text));
  }

  @Test
  void eachStepIsAConfigThatEndsWithIt() {
    String text = "train_dataloader: {dataset: {type: CustomDataset, " + PIPELINE + "}}";
    List<PipelineSteps.Step> steps = steps(text);
    assertThat(steps)
        .extracting(PipelineSteps.Step::name)
        .containsExactly("LoadImageFromFile", "Resize");
    MappingNode second = config(text, steps.get(1).override());
    assertThat(second.find("train_dataloader.dataset.pipeline").orElseThrow().toObject())
        .hasToString("[{type=LoadImageFromFile}, {type=Resize, scale=[8, 9]}]");
    assertThat(second.find("train_dataloader.dataset.type").orElseThrow().toObject())
        .isEqualTo("CustomDataset");
  }

  @Test
  void theDataSetMayBeWrapped() {
    List<PipelineSteps.Step> steps =
        steps(
            "train_dataloader: {dataset: {type: RepeatDataset, dataset: {type: CustomDataset, "
                + PIPELINE
                + "}}}");
    assertThat(steps.get(0).override())
        .isEqualTo("train_dataloader.dataset.dataset.pipeline=[{\"type\":\"LoadImageFromFile\"}]");
  }

  @Test
  void aStepComesAfterTheOverridesOfTheCommand() {
    PipelineSteps.Step step = new PipelineSteps.Step("Resize", "pipeline=[]");
    assertThat(step.overrides(List.of("a=1"))).containsExactly("a=1", "pipeline=[]");
  }

  @Test
  void aConfigWithoutAPipelineIsRefused() {
    assertThatThrownBy(() -> steps("model: {type: Network}"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no pipeline at train_dataloader.dataset.pipeline");
  }
}
