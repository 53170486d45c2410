package io.vertebra.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.vertebra.api.model.Module;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.model.ModelState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WeightLoaderTest {
  private final EngineServices services = Engines.services();
  private final WeightLoader loader = new WeightLoader(services.files(), services.ops());
  private final TensorFile file = ToyNetwork.otherFile();
  private final List<ModelState> states = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    states.forEach(ModelState::close);
  }

  private LoadReport load(WeightTarget target, LoadPolicy policy) throws IOException {
    return load(file, target, policy);
  }

  private LoadReport load(TensorFile given, WeightTarget target, LoadPolicy policy)
      throws IOException {
    Path written = given.write(folder.resolve("given.safetensors"));
    try (Checkpoint checkpoint = Checkpoint.openWeights(written)) {
      return checkpoint.load(target, policy, loader);
    }
  }

  private WeightTarget target(int classes) {
    Module model = new ToyNetwork(classes);
    ModelState state = ModelState.initialize(model, services.runtime(), Device.cpu(), 0);
    states.add(state);
    return new WeightTarget(model, state, List.of(ToyNetwork.OTHERS), "");
  }

  private static float[] values(WeightTarget target, String name) {
    return target.state().stateDict().get(name).toFloatArray();
  }

  @Test
  void weightsOfAnotherLibraryAreRenamedJoinedAndPutInOrder() throws IOException {
    WeightTarget target = target(3);
    LoadReport report = load(target, LoadPolicy.WHOLE);

    assertThat(report.naming()).isEqualTo("other");
    assertThat(report.arrays().get(Outcome.RENAMED))
        .contains("backbone.qkv", "backbone.merged", "backbone.scale", "head.weight");
    assertThat(values(target, "backbone.qkv")).containsExactly(0, 1, 2);
    assertThat(values(target, "backbone.merged")).containsExactly(0, 4, 2, 6, 1, 5, 3, 7);
    assertThat(values(target, "backbone.scale")).containsExactly(5, 6);
    assertThat(target.state().stateDict().get("backbone.index").toLongArray())
        .containsExactly(0, 10, 20);
    assertThat(report.arrays().get(Outcome.COMPUTED)).containsExactly("backbone.index");
  }

  @Test
  void arraysThatDependOnTheSizeOfImagesAreResized() throws IOException {
    file.without("places").add("places", 3, 2);
    WeightTarget target = target(3);
    LoadReport report = load(target, LoadPolicy.WHOLE);

    assertThat(report.arrays().get(Outcome.RESIZED))
        .containsExactly("backbone.places: [2] in the file, [4] in the network");
    assertThat(values(target, "backbone.places")).containsExactly(3, 4, 3, 4);
  }

  @Test
  void whatCannotBeResizedIsSaidWithTheReasonOfTheNetwork() throws IOException {
    file.without("places").add("places", 3, 3);
    WeightTarget target = target(3);
    assertThatThrownBy(() -> load(target, LoadPolicy.WHATEVER_FITS))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("'backbone.places' cannot be resized: 3 places are not half of 4");
  }

  @Test
  void aHeadForOtherClassesIsLeftOnPurposeWhereThatIsAllowed() throws IOException {
    WeightTarget target = target(5);
    assertThatThrownBy(() -> load(target, LoadPolicy.WHOLE))
        .isInstanceOf(StateDictException.class)
        .hasMessageContaining("1 of another shape:\n    head.weight: [3, 2] in the file, [5, 2]");

    LoadReport report = load(target, LoadPolicy.OTHER_CLASSES);

    assertThat(report.arrays().get(Outcome.SKIPPED)).hasSize(1);
    assertThat(values(target, "head.weight")).containsOnly(0);
    assertThat(report.toString())
        .contains("(names of other)", "1 left as they are on purpose:\n    head.weight");
  }

  @Test
  void whatIsMissingOrUnknownIsAnErrorUnlessTheUserTakesWhateverFits() throws IOException {
    file.without("scale").add("surprise", 0, 1).add("aux.weight", 0, 1);
    WeightTarget target = target(3);
    assertThatThrownBy(() -> load(target, LoadPolicy.OTHER_CLASSES))
        .isInstanceOf(StateDictException.class)
        .hasMessageContaining("does not fit the network of the config")
        .hasMessageContaining("1 missing in the file:\n    backbone.scale")
        .hasMessageContaining("1 unknown to the network:\n    surprise");
    assertThat(values(target, "backbone.qkv")).as("nothing was overwritten").containsOnly(0);

    LoadReport report = load(target, LoadPolicy.WHATEVER_FITS);

    assertThat(report.taken()).isEqualTo(4);
    assertThat(report.wanted()).isEqualTo(6);
    assertThat(report.explained()).isFalse();
    assertThat(report.arrays().get(Outcome.UNUSED)).containsExactly("aux.weight (not needed)");
  }

  @Test
  void aFileOfAnotherNetworkIsRefusedWithTheNamesOfBoth() {
    WeightTarget target = target(3);
    TensorFile other = new TensorFile().add("layer1.conv", 0, 1);

    assertThatThrownBy(() -> load(other, target, LoadPolicy.WHATEVER_FITS))
        .hasMessageContaining("has no weights of this network: its names are layer1.conv;")
        .hasMessageContaining("are backbone.index, ");
  }

  @Test
  void aPartTakesItsWeightsFromAFileOfTheWholeAndLeavesTheRest() throws IOException {
    WeightTarget target = target(5);
    LoadReport report = load(target.part("backbone."), LoadPolicy.WHOLE);

    assertThat(report.arrays().get(Outcome.UNUSED)).containsExactly("fc_weight (of another part)");
    assertThat(values(target, "backbone.scale")).containsExactly(5, 6);
  }

  @Test
  void namesWithSlashesOfAnotherLibraryAreTold() throws IOException {
    file.add("pre/kernel", 0, 1);
    assertThatThrownBy(() -> load(target(3), LoadPolicy.WHOLE))
        .hasMessageContaining("1 unknown to the network:\n    pre/kernel");
  }
}
