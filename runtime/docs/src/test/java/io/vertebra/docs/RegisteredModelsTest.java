package io.vertebra.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.plugin.Kind;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.schema.OptionField;
import io.vertebra.registry.schema.OptionType;
import io.vertebra.testkit.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every backbone of this build can be built; the smallest of those that share a class is also run,
 * at two sizes of images, forward and backward, and saved.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RegisteredModelsTest {
  private static final int USUAL_SIDE = 224;
  private static final int FURTHER_SIDE = 32;
  private static final int CONVOLUTION_AXES = 4;

  @TempDir private static Path folder;
  private Vertebra vertebra;

  @BeforeAll
  void openPlugins() throws IOException {
    vertebra = BuiltPlugins.open(BuiltPlugins.copyTo(folder.resolve("plugins")));
  }

  @AfterAll
  void closePlugins() {
    vertebra.close();
  }

  @TestFactory
  Stream<DynamicTest> everyBackboneIsBuiltFromItsTypeAlone() {
    return complete()
        .map(
            extension ->
                dynamicTest(
                    extension.descriptor().type(),
                    () -> assertThat(parametersOf(extension)).isPositive()));
  }

  @TestFactory
  Stream<DynamicTest> theSmallestOfEachClassRuns() {
    return complete()
        .collect(Collectors.groupingBy(extension -> extension.descriptor().className()))
        .values()
        .stream()
        .map(this::smallest)
        .sorted(Comparator.comparing(extension -> extension.descriptor().type()))
        .map(extension -> dynamicTest(extension.descriptor().type(), () -> run(extension)));
  }

  /** The backbones without a key that every config must have. */
  private Stream<Extension> complete() {
    return vertebra.catalog().list(Kind.BACKBONE).stream()
        .filter(
            extension -> keys(extension.descriptor().options()).noneMatch(OptionField::required));
  }

  /** The keys of a mapping, with those of records that share the mapping. */
  private static Stream<OptionField> keys(OptionType.Section section) {
    return section.fields().stream()
        .flatMap(
            field ->
                field.inline() && field.type() instanceof OptionType.Section inner
                    ? keys(inner)
                    : Stream.of(field));
  }

  private Extension smallest(Collection<Extension> extensions) {
    ToLongFunction<Extension> parameters = this::parametersOf;
    return extensions.stream().min(Comparator.comparingLong(parameters)).orElseThrow();
  }

  private long parametersOf(Extension extension) {
    try (PartBuilder builder = new PartBuilder()) {
      return build(builder, extension).tensors().values().stream()
          .map(ModelTensor::shape)
          .mapToLong(Shape::size)
          .sum();
    }
  }

  private Backbone build(PartBuilder builder, Extension extension) {
    String type = extension.descriptor().type();
    MappingNode config =
        new ConfigLoader().loadText(Path.of(type + ".yaml"), "type: " + type, List.of());
    return builder.buildPart(
        new Binder(vertebra.catalog(), warning -> {}).bindPart(config, Kind.BACKBONE, null),
        Backbone.class);
  }

  private void run(Extension extension) throws IOException {
    int side = number(extension, "img_size", USUAL_SIDE);
    Path file = folder.resolve("weights.safetensors");
    try (PartBuilder builder = new PartBuilder()) {
      Backbone backbone = build(builder, extension);
      int channels = channels(backbone);
      List<Output> features;
      try (NetworkTrial trial = new NetworkTrial(vertebra.engine(), backbone)) {
        features = trial.features(channels, side);
        check(backbone, features);
        checkLargerImages(backbone, trial, channels, side + FURTHER_SIDE);
        trial.save(file);
        assertThat(trial.firstGradientNotFinite(channels, side)).isEmpty();
      }
      try (NetworkTrial other = new NetworkTrial(vertebra.engine(), backbone)) {
        other.load(file);
        assertThat(other.features(channels, side)).isEqualTo(features);
      }
      Files.delete(file);
    }
  }

  /** The channels that the first convolution takes. */
  private static int channels(Backbone backbone) {
    return (int)
        backbone.tensors().values().stream()
            .map(ModelTensor::shape)
            .filter(shape -> shape.dimension() == CONVOLUTION_AXES)
            .findFirst()
            .orElseThrow()
            .get(1);
  }

  private static void check(Backbone backbone, List<Output> features) {
    assertThat(features).isNotEmpty().allMatch(Output::isFinite, "only finite values");
    assertThat(features.stream().map(feature -> (int) feature.shape().get(1)).toList())
        .isEqualTo(backbone.outChannels());
  }

  /** Networks that hold to one size say so. */
  private static void checkLargerImages(
      Backbone backbone, NetworkTrial trial, int channels, int side) {
    try {
      check(backbone, trial.features(channels, side));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("img_size");
    }
  }

  /** The default of an option, or another number where the backbone does not have the option. */
  private static int number(Extension extension, String key, int otherwise) {
    return keys(extension.descriptor().options())
        .filter(field -> field.key().equals(key))
        .flatMap(field -> field.defaultText().stream())
        .filter(text -> text.matches("\\d+"))
        .map(Integer::valueOf)
        .findFirst()
        .orElse(otherwise);
  }
}
