package io.vertebra.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.StateDictTable;
import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.safetensors.SafetensorsReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WeightConversionTest {
  @TempDir private Path folder;

  @Test
  void aConversionThereAndBackGivesTheSameFile() throws IOException {
    Path given = ToyNetwork.otherFile().write(folder.resolve("given.safetensors"));
    Module model = new ToyNetwork(3);
    WeightConversion conversion = new WeightConversion(model, List.of(ToyNetwork.OTHERS));
    Path ours = folder.resolve("ours.safetensors");
    Path theirs = folder.resolve("theirs.safetensors");
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
    Path given = ToyNetwork.otherFile().write(folder.resolve("given.safetensors"));
    WeightConversion conversion =
        new WeightConversion(new ToyNetwork(3), List.of(ToyNetwork.OTHERS));
    Path theirs = folder.resolve("theirs.pth");
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
    Path given = new TensorFile().add("qkv", 0, 6).write(folder.resolve("given.safetensors"));
    NameTable table =
        NameTable.of(new StateDictTable("parts", List.of("q = qkv | 1/3", "v = qkv | 3/3")));
    WeightConversion conversion = new WeightConversion(new Parts(), List.of(table));
    Path ours = folder.resolve("ours.safetensors");
    Path theirs = folder.resolve("theirs.safetensors");
    try (Checkpoint checkpoint = Checkpoint.openWeights(given)) {
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

  @Test
  void namesWhoseShapesDoNotFollowFromOursAreReadButNotWritten() throws IOException {
    Path given =
        new TensorFile()
            .add("kernel", 0, 2, 3, 2)
            .add("bias", 0, 3, 2)
            .write(folder.resolve("given.safetensors"));
    NameTable table =
        NameTable.of(
            new StateDictTable(
                "heads",
                List.of("weight = kernel | i h d -> (h d) i", "bias = bias | h d -> (h d)")));
    WeightConversion conversion = new WeightConversion(new Heads(), List.of(table));
    Path ours = folder.resolve("ours.safetensors");
    try (Checkpoint checkpoint = Checkpoint.openWeights(given)) {
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
  void aConversionNeedsEveryWeight() throws IOException {
    Path given = ToyNetwork.otherFile().without("q").write(folder.resolve("given.safetensors"));
    WeightConversion conversion =
        new WeightConversion(new ToyNetwork(3), List.of(ToyNetwork.OTHERS));
    try (Checkpoint checkpoint = Checkpoint.openWeights(given)) {
      assertThatThrownBy(
              () -> conversion.convert(checkpoint, "mmpretrain", folder.resolve("x.safetensors")))
          .hasMessageContaining(
              "lacks 1 arrays of the network, the first of which is backbone.qkv");
    }
  }

  private static float[] floats(Checkpoint checkpoint, String name) throws IOException {
    FloatBuffer values =
        checkpoint.tensors().data(name).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] array = new float[values.remaining()];
    values.get(array);
    return array;
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
}
