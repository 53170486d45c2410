package io.vertebra.engine.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageDecodeException;
import io.vertebra.api.image.ImageOps;
import io.vertebra.engine.fixture.ToyDataset;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class DataSurveyTest {
  private final AtomicInteger open = new AtomicInteger();

  /** Decodes texts: an image of as many rows as there are letters, and 40 columns. */
  private final ImageOps ops =
      (ImageOps)
          Proxy.newProxyInstance(
              ImageOps.class.getClassLoader(),
              new Class<?>[] {ImageOps.class},
              (proxy, method, arguments) -> decode((byte[]) arguments[0], (String) arguments[1]));

  private ImageBuffer decode(byte[] bytes, String name) throws ImageDecodeException {
    if (bytes.length == 0) {
      throw new ImageDecodeException(name + " is empty");
    }
    open.incrementAndGet();
    ByteBuffer pixels = ByteBuffer.allocateDirect(bytes.length * 40 * 3);
    return new ImageBuffer(bytes.length, 40, 3, pixels, open::decrementAndGet);
  }

  /** Texts in place of files, each with a label. */
  private record Texts(List<String> texts, List<Integer> labels) implements Dataset {
    @Override
    public int size() {
      return texts.size();
    }

    @Override
    public List<String> classes() {
      return List.of("cat", "dog", "emu");
    }

    @Override
    public int label(int index) {
      return labels.get(index);
    }

    @Override
    public Optional<ImageSource> source(int index) {
      return Optional.of(
          new ImageSource() {
            @Override
            public String name() {
              return "file " + index;
            }

            @Override
            public byte[] read() {
              return texts.get(index).getBytes(StandardCharsets.US_ASCII);
            }
          });
    }

    @Override
    public Sample get(int index, RandomGenerator random) throws IOException {
      throw new IOException("a survey takes the files themselves");
    }
  }

  private SetReport report(List<String> texts, Integer... labels) {
    return new DataSurvey(ops, 2).of(new Texts(texts, List.of(labels)), count -> {});
  }

  private static List<String> names(List<ImageFacts> images) {
    return images.stream().map(ImageFacts::name).toList();
  }

  @Test
  void countsMeasuresAndNamesWhatCannotBeRead() {
    List<Integer> progress = new ArrayList<>();
    SetReport report =
        new DataSurvey(ops, 3)
            .of(new Texts(List.of("aaa", "", "bbbbb"), List.of(1, 0, 1)), progress::add);
    assertThat(report.countsByLabel()).containsExactly(0, 2, 0);
    assertThat(report.unreadable()).containsExactly("file 1 is empty");
    assertThat(report.range(ImageFacts::height)).containsExactly(3, 5, 5);
    assertThat(names(report.smallerThan(5))).containsExactly("file 0");
    assertThat(progress).containsExactly(1, 2, 3);
    assertThat(open).hasValue(0);
  }

  @Test
  void findsCopiesAndCopiesOfAnotherLabel() {
    SetReport report = report(List.of("a", "b", "a", "b", "c"), 0, 1, 0, 2, 2);
    assertThat(report.duplicates()).hasSize(2);
    assertThat(report.contradictions()).hasSize(1);
    assertThat(names(report.contradictions().get(0))).containsExactly("file 1", "file 3");
  }

  @Test
  void aRepeatedFileIsNoCopy() {
    ImageFacts image = new ImageFacts(0, "a.png", Target.of(0), "x", 3, 3);
    assertThat(new SetReport(List.of(), List.of(image, image), List.of()).duplicates()).isEmpty();
  }

  @Test
  void findsWhatAnotherSetHasToo() {
    SetReport training = report(List.of("a", "b"), 0, 1);
    SetReport validation = report(List.of("c", "b", "b"), 0, 1, 1);
    assertThat(names(validation.sharedWith(training))).containsExactly("file 1", "file 2");
  }

  @Test
  void givesTheFirstImagesOfEachClass() {
    SetReport report = report(List.of("a", "b", "c", "d"), 2, 0, 2, 2);
    assertThat(names(report.examples(2).get(2))).containsExactly("file 0", "file 2");
    assertThat(report.examples(2)).containsOnlyKeys(0, 2);
  }

  @Test
  void anEmptySetHasNoSizes() {
    assertThat(report(List.of()).range(ImageFacts::width)).containsExactly(0, 0, 0);
  }

  @Test
  void imagesInMemoryComeOutOfThePipeline() {
    ToyDataset dataset = new ToyDataset(4);
    SetReport report = new DataSurvey(ops, 2).of(dataset, count -> {});
    assertThat(report.images()).extracting(ImageFacts::height).containsOnly(ToyDataset.SIDE);
    assertThat(report.images().get(3).target()).isEqualTo(Target.of(0));
    assertThat(dataset.open()).isZero();
  }

  @Test
  void stepsOfAPipelineAreTimedOneByOne() throws IOException {
    Texts texts = new Texts(List.of("aaa", "bb"), List.of(0, 1));
    PipelineBench bench =
        new PipelineBench(
            texts,
            List.of(
                (sample, random) ->
                    sample.withImage(decode(sample.source().read(), sample.source().name())),
                (sample, random) -> sample));
    bench.run(5);
    assertThat(bench.milliseconds()).hasSize(3).allMatch(time -> time >= 0);
    assertThat(open).hasValue(0);
  }
}
