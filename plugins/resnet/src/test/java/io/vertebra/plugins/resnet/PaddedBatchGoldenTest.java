package io.vertebra.plugins.resnet;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonObject;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.engine.train.Learner;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.golden.GoldenContract;
import io.vertebra.testkit.golden.GoldenFile;
import io.vertebra.testkit.golden.TensorFigures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares batches of pictures of several sizes, padded, with those of MMPretrain 1.2. */
final class PaddedBatchGoldenTest extends GoldenContract {
  private static final Set<String> FIELDS =
      Set.of("name", "options", "images", "tensor", "per_image_sum", "last_value_of_image_2");
  private static final double TOLERANCE = 1e-6;

  @TestFactory
  Stream<DynamicTest> batches() {
    return part("e2e/e2e").stream()
        .flatMap(file -> file.tests("batches", entry -> check(file, entry)));
  }

  private void check(GoldenFile file, JsonObject entry) {
    GoldenFile.checkFields(entry, FIELDS);
    try (PartBuilder builder = new PartBuilder();
        NetworkBench bench = new NetworkBench(plugins().engine(), new NoNetwork(), 1)) {
      DrawnPicture.Formula formula = DrawnPicture.Formula.of(file.json().getAsJsonObject("input"));
      List<DrawnPicture> pictures =
          entry.getAsJsonArray("images").asList().stream()
              .map(image -> DrawnPicture.of(image.getAsJsonObject(), formula))
              .toList();
      Learner learner =
          new Learner(
              new NoNetwork(),
              preprocessor(builder, file, entry),
              bench.state(),
              plugins().engine().ops());
      compare(tensor(bench, learner, new Pictures(pictures, plugins().images())), entry);
      assertThat(plugins().liveImages()).isZero();
    }
  }

  /** The preprocessor of the batches: their padding, and the normalisation of the first case. */
  private DataPreprocessor preprocessor(PartBuilder builder, GoldenFile file, JsonObject entry) {
    JsonObject first = file.entries("cases").findFirst().orElseThrow();
    JsonObject config = entry.getAsJsonObject("options").deepCopy();
    config.addProperty("type", "ClsDataPreprocessor");
    List.of("mean", "std", "to_rgb").forEach(key -> config.add(key, first.get(key)));
    return plugins()
        .build(builder, Kind.DATA_PREPROCESSOR, DataPreprocessor.class, config.toString());
  }

  private static Output tensor(NetworkBench bench, Learner learner, Pictures pictures) {
    LoaderSettings settings =
        new LoaderSettings(pictures.size(), 2, false, LoaderSettings.Unreadable.FAIL, 0);
    int[] order = IntStream.range(0, pictures.size()).toArray();
    try (DataLoader loader = new DataLoader(pictures, epoch -> order, settings);
        EpochBatches batches = loader.epoch(0);
        HostBatch batch = batches.next()) {
      return bench
          .evaluate(
              (context, manager) -> List.of(learner.prepare(context, batch, manager).images()))
          .get(0);
    }
  }

  private static void compare(Output actual, JsonObject entry) {
    int image = (int) (actual.shape().size() / actual.shape().get(0));
    double allowed = TOLERANCE * image;
    new TensorFigures(entry.getAsJsonObject("tensor"))
        .check(actual, TOLERANCE, 2 * allowed, allowed);
    List<Double> sums = GoldenFile.numbers(entry.get("per_image_sum"));
    TensorFigures.checkSums(actual, image, sums, allowed);
    List<Double> last = GoldenFile.numbers(entry.get("last_value_of_image_2"));
    TensorFigures.checkValues(actual, 2 * image - 1, last, 0);
  }

  /** The pictures of a batch, without labels. */
  private record Pictures(List<DrawnPicture> pictures, ImageOps ops) implements Dataset {
    @Override
    public int size() {
      return pictures.size();
    }

    @Override
    public List<String> classes() {
      return List.of();
    }

    @Override
    public int label(int index) {
      throw new IllegalStateException("the pictures have no labels");
    }

    @Override
    public Sample get(int index, RandomGenerator random) {
      DrawnPicture picture = pictures.get(index);
      return Sample.of(new Drawn(picture.key()), OptionalInt.empty()).withImage(picture.draw(ops));
    }
  }

  /** A source of a picture that was never a file. */
  private record Drawn(String name) implements ImageSource {
    @Override
    public byte[] read() throws IOException {
      throw new IOException(name + " is no file");
    }
  }

  /** An algorithm that is there to have its batches prepared. */
  private static final class NoNetwork extends Algorithm {
    @Override
    public Map<String, NDArray> loss(Context context, Batch batch) {
      throw new IllegalStateException("nothing is trained");
    }

    @Override
    public NDArray scores(Context context, NDArray images) {
      throw new IllegalStateException("nothing is scored");
    }
  }
}
