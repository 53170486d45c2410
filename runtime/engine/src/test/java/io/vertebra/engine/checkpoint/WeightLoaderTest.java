package io.vertebra.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.model.StateDictTable;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.SafetensorsReader;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of a few numbers, and files of another library for it. */
final class WeightLoaderTest {
  private static final NameTable TABLE =
      NameTable.of(
          new ExtensionDescriptor.NameTable(
              "other",
              List.of(
                  "backbone.qkv = q & k & v",
                  "backbone.merged = merged | (2j 2i c) -> (c 2i 2j)",
                  "backbone.scale = scale | 1x1",
                  "backbone.index = -",
                  "backbone.* = *",
                  "head.* = fc_*",
                  "- = aux.*")));

  private final EngineServices services = Engines.services();
  private final WeightLoader loader = new WeightLoader(services.files(), services.ops());
  private final List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();

  private final List<ModelState> states = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    states.forEach(ModelState::close);
  }

  /** Adds a tensor of the numbers from a first one on. */
  private void add(String name, int first, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate((int) (4 * new Shape(shape).size())).order(ByteOrder.LITTLE_ENDIAN);
    for (int value = first; bytes.hasRemaining(); value++) {
      bytes.putFloat(value);
    }
    List<Long> lengths = Arrays.stream(shape).boxed().toList();
    tensors.add(
        SafetensorsWriter.Tensor.of(new TensorInfo(name, ElementType.F32, lengths), bytes.flip()));
  }

  private void addOther() {
    add("q", 0, 1);
    add("k", 1, 1);
    add("v", 2, 1);
    add("merged", 0, 8);
    add("scale", 5, 2, 1, 1);
    add("places", 7, 4);
    add("fc_weight", 9, 3, 2);
  }

  private Path write() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(file, Map.of(), tensors);
    return file;
  }

  private LoadReport load(WeightTarget target, LoadPolicy policy) throws IOException {
    try (Checkpoint checkpoint = Checkpoint.openWeights(write())) {
      return checkpoint.load(target, policy, loader);
    }
  }

  private WeightTarget target(int classes) {
    Module model = new Model(classes);
    ModelState state = ModelState.initialize(model, services.runtime(), Device.cpu(), 0);
    states.add(state);
    return new WeightTarget(model, state, List.of(TABLE), "");
  }

  private static float[] values(WeightTarget target, String name) {
    return target.state().stateDict().get(name).toFloatArray();
  }

  @Test
  void weightsOfAnotherLibraryAreRenamedJoinedAndPutInOrder() throws IOException {
    addOther();
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
    addOther();
    tensors.removeIf(tensor -> tensor.info().name().equals("places"));
    add("places", 3, 2);
    WeightTarget target = target(3);
    LoadReport report = load(target, LoadPolicy.WHOLE);

    assertThat(report.arrays().get(Outcome.RESIZED))
        .containsExactly("backbone.places: [2] in the file, [4] in the network");
    assertThat(values(target, "backbone.places")).containsExactly(3, 4, 3, 4);
  }

  @Test
  void whatCannotBeResizedIsSaidWithTheReasonOfTheNetwork() throws IOException {
    addOther();
    tensors.removeIf(tensor -> tensor.info().name().equals("places"));
    add("places", 3, 3);
    WeightTarget target = target(3);
    assertThatThrownBy(() -> load(target, LoadPolicy.WHATEVER_FITS))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("'backbone.places' cannot be resized: 3 places are not half of 4");
  }

  @Test
  void aHeadForOtherClassesIsLeftOnPurposeWhereThatIsAllowed() throws IOException {
    addOther();
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
    addOther();
    tensors.removeIf(tensor -> tensor.info().name().equals("scale"));
    add("surprise", 0, 1);
    add("aux.weight", 0, 1);
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
    add("layer1.conv", 0, 1);
    WeightTarget target = target(3);
    assertThatThrownBy(() -> load(target, LoadPolicy.WHATEVER_FITS))
        .hasMessageContaining("has no weights of this network: its names are layer1.conv;")
        .hasMessageContaining("are backbone.index, ");
  }

  @Test
  void aPartTakesItsWeightsFromAFileOfTheWholeAndLeavesTheRest() throws IOException {
    addOther();
    WeightTarget target = target(5);
    LoadReport report = load(target.part("backbone."), LoadPolicy.WHOLE);

    assertThat(report.arrays().get(Outcome.UNUSED)).containsExactly("fc_weight (of another part)");
    assertThat(values(target, "backbone.scale")).containsExactly(5, 6);
  }

  @Test
  void aConversionThereAndBackGivesTheSameFile() throws IOException {
    addOther();
    Module model = new Model(3);
    WeightConversion conversion = new WeightConversion(model, List.of(TABLE));
    Path ours = folder.resolve("ours.safetensors");
    Path theirs = folder.resolve("theirs.safetensors");
    Path given = write();
    try (Checkpoint checkpoint = Checkpoint.openWeights(given)) {
      assertThat(conversion.convert(checkpoint, "mmpretrain", ours)).isEqualTo(6);
    }
    try (Checkpoint checkpoint = Checkpoint.openWeights(ours)) {
      assertThat(conversion.convert(checkpoint, "other", theirs)).isEqualTo(7);
      assertThatThrownBy(() -> conversion.convert(checkpoint, "third", theirs))
          .hasMessage(
              "names of 'third' are not known for this network; those of mmpretrain, other are");
    }
    try (SafetensorsReader before = SafetensorsReader.open(given);
        SafetensorsReader after = SafetensorsReader.open(theirs)) {
      assertThat(WeightDifference.of(before, after)).isEmpty();
    }
  }

  @Test
  void aFileForPythonHasTheNamesValuesAndOrderOfTheOther() throws IOException {
    addOther();
    WeightConversion conversion = new WeightConversion(new Model(3), List.of(TABLE));
    Path theirs = folder.resolve("theirs.pth");
    Path given = write();
    try (Checkpoint checkpoint = Checkpoint.openWeights(given)) {
      assertThat(conversion.convert(checkpoint, "other", theirs)).isEqualTo(7);
    }
    try (SafetensorsReader before = SafetensorsReader.open(given);
        Checkpoint after = Checkpoint.openWeights(theirs)) {
      assertThat(WeightDifference.of(before, after.tensors())).isEmpty();
      assertThat(after.tensors().names())
          .containsExactly("q", "k", "v", "merged", "scale", "places", "fc_weight");
    }
  }

  @Test
  void oursThatArePartsOfOneOfTheirsAreTakenApartAndPutTogether() throws IOException {
    add("qkv", 0, 6);
    NameTable table =
        NameTable.of(new StateDictTable("parts", List.of("q = qkv | 1/3", "v = qkv | 3/3")));
    WeightConversion conversion = new WeightConversion(new Parts(), List.of(table));
    Path ours = folder.resolve("ours.safetensors");
    Path theirs = folder.resolve("theirs.safetensors");
    try (Checkpoint checkpoint = Checkpoint.openWeights(write())) {
      conversion.convert(checkpoint, "mmpretrain", ours);
    }
    try (Checkpoint checkpoint = Checkpoint.openWeights(ours)) {
      assertThat(floats(checkpoint, "q")).containsExactly(0, 1);
      assertThat(floats(checkpoint, "v")).containsExactly(4, 5);
      assertThat(conversion.convert(checkpoint, "parts", theirs)).isEqualTo(1);
    }
    try (Checkpoint checkpoint = Checkpoint.openWeights(theirs)) {
      assertThat(floats(checkpoint, "qkv")).containsExactly(0, 1, 0, 0, 4, 5);
    }
  }

  private static float[] floats(Checkpoint checkpoint, String name) throws IOException {
    FloatBuffer values =
        checkpoint.tensors().data(name).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] array = new float[values.remaining()];
    values.get(array);
    return array;
  }

  @Test
  void namesWhoseShapesDoNotFollowFromOursAreReadButNotWritten() throws IOException {
    add("kernel", 0, 2, 3, 2);
    add("bias", 0, 3, 2);
    NameTable table =
        NameTable.of(
            new StateDictTable(
                "heads",
                List.of("weight = kernel | i h d -> (h d) i", "bias = bias | h d -> (h d)")));
    WeightConversion conversion = new WeightConversion(new Heads(), List.of(table));
    Path ours = folder.resolve("ours.safetensors");
    try (Checkpoint checkpoint = Checkpoint.openWeights(write())) {
      conversion.convert(checkpoint, "mmpretrain", ours);
    }
    try (Checkpoint checkpoint = Checkpoint.openWeights(ours)) {
      assertThat(floats(checkpoint, "weight"))
          .containsExactly(0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11);
      assertThatThrownBy(
              () -> conversion.convert(checkpoint, "heads", folder.resolve("x.safetensors")))
          .hasMessageContaining(
              "names of heads are read, but not written: the shape of its kernel");
    }
  }

  @Test
  void namesWithSlashesOfAnotherLibraryAreTold() throws IOException {
    addOther();
    add("pre/kernel", 0, 1);
    assertThatThrownBy(() -> load(target(3), LoadPolicy.WHOLE))
        .hasMessageContaining("1 unknown to the network:\n    pre/kernel");
  }

  @Test
  void aConversionNeedsEveryWeight() throws IOException {
    addOther();
    tensors.remove(0);
    WeightConversion conversion = new WeightConversion(new Model(3), List.of(TABLE));
    try (Checkpoint checkpoint = Checkpoint.openWeights(write())) {
      assertThatThrownBy(
              () -> conversion.convert(checkpoint, "mmpretrain", folder.resolve("x.safetensors")))
          .hasMessageContaining(
              "lacks 1 arrays of the network, the first of which is backbone.qkv");
    }
  }

  @Test
  void differencesAreNamedWithTheirSize() throws IOException {
    add("same", 1, 2);
    add("changed", 1, 2);
    add("shape", 1, 2);
    add("gone", 1, 1);
    Path left = Files.copy(write(), folder.resolve("left.safetensors"));
    tensors.clear();
    add("same", 1, 2);
    add("changed", 2, 2);
    add("shape", 1, 3);
    add("new", 1, 1);
    try (SafetensorsReader before = SafetensorsReader.open(left);
        SafetensorsReader after = SafetensorsReader.open(write())) {
      assertThat(WeightDifference.of(before, after))
          .containsExactlyInAnyOrder(
              "~ changed: F32 [2]: 2 values differ, by 1.00 at most",
              "~ shape: F32 [2], F32 [3]",
              "- gone: F32 [1]",
              "+ new: F32 [1]");
    }
  }

  @Test
  void aPublishedFileHasItsChecksumInItsNameAndNothingOfTheTraining() throws IOException {
    add("backbone.scale", 1, 2);
    add("optimizer/momentum/backbone.scale", 1, 2);
    try (Checkpoint checkpoint = Checkpoint.openWeights(write())) {
      Publication published = Publication.of(checkpoint, folder, "model");

      assertThat(published.file())
          .hasFileName("model-" + published.sha256().substring(0, 8) + ".safetensors");
      try (SafetensorsReader reader = SafetensorsReader.open(published.file())) {
        assertThat(reader.names()).containsExactly("backbone.scale");
      }
    }
  }

  /** A backbone of odd arrays and a head. */
  private static final class Model extends Module {
    private Model(int classes) {
      addModule("backbone", new Backbone());
      addModule("head", new Head(classes));
    }
  }

  private static final class Backbone extends Module {
    private Backbone() {
      addParameter("qkv", new Shape(3), Distribution.zeros());
      addParameter("merged", new Shape(8), Distribution.zeros());
      addParameter("scale", new Shape(2), Distribution.zeros());
      addBuffer(
          "index", new Shape(3), DataType.INT64, new Distribution.Computed(place -> 10.0 * place));
      Parameter places = addParameter("places", new Shape(4), Distribution.zeros());
      places.resizeWith(
          (ops, given) -> {
            if (given.size() != 2) {
              throw new IllegalArgumentException(given.size() + " places are not half of 4");
            }
            return given.concat(given);
          });
    }
  }

  /** Two of three parts of an array of theirs. */
  private static final class Parts extends Module {
    private Parts() {
      addParameter("q", new Shape(2), Distribution.zeros());
      addParameter("v", new Shape(2), Distribution.zeros());
    }
  }

  /** A linear map whose outputs are those of heads in theirs. */
  private static final class Heads extends Module {
    private Heads() {
      addParameter("weight", new Shape(6, 2), Distribution.zeros());
      addParameter("bias", new Shape(6), Distribution.zeros());
    }
  }

  private static final class Head extends Module {
    private Head(int classes) {
      addParameter("weight", new Shape(classes, 2), Distribution.zeros());
    }
  }
}
