package io.vertebra.plugins.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Padding;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClsDataPreprocessorTest {
  private static final NDArray TARGETS = Symbolic.array("targets", 2);

  private static ClsDataPreprocessor preprocessor(
      List<Double> mean, List<Double> std, boolean toRgb) {
    return new ClsDataPreprocessor(
        new ClsDataPreprocessor.Options(
            Optional.ofNullable(mean),
            Optional.ofNullable(std),
            toRgb,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()));
  }

  private static ClsDataPreprocessor padding(Integer divisor, Double value) {
    return new ClsDataPreprocessor(
        new ClsDataPreprocessor.Options(
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.ofNullable(divisor),
            Optional.ofNullable(value),
            false,
            Optional.empty(),
            Optional.empty()));
  }

  private static String prepare(ClsDataPreprocessor preprocessor, long channels) {
    NDArray images = Symbolic.array("images", 2, 32, 32, channels);
    Batch batch =
        preprocessor.forward(
            Symbolic.context(new Module() {}), new Batch(List.of(images), TARGETS));
    assertThat(batch.targets()).isSameAs(TARGETS);
    return batch.images().toString();
  }

  @Test
  void onlyConvertsWhereNothingElseIsAskedFor() {
    ClsDataPreprocessor preprocessor = preprocessor(null, null, false);
    assertThat(prepare(preprocessor, 3)).isEqualTo("toFloat32(images.transpose([0, 3, 1, 2]))");
    assertThat(preprocessor.channels()).isEqualTo(3);
  }

  @Test
  void subtractsTheMeanAndDividesByTheDeviation() {
    ClsDataPreprocessor grey = preprocessor(List.of(33.5), List.of(78.5), false);
    assertThat(prepare(grey, 1))
        .isEqualTo(
            "toFloat32(images.transpose([0, 3, 1, 2]))"
                + ".sub(create([33.5], (1, 1, 1, 1)))"
                + ".div(create([78.5], (1, 1, 1, 1)))");
    assertThat(grey.channels()).isEqualTo(1);
    assertThat(preprocessor(List.of(1.0, 2.0, 3.0), List.of(1.0, 1.0, 1.0), true).channels())
        .isEqualTo(3);
  }

  @Test
  void padsWhereEitherOptionSaysSo() {
    assertThat(padding(null, null).padding()).isEmpty();
    assertThat(padding(32, null).padding()).contains(new Padding(32, 0));
    assertThat(padding(null, 0.5).padding()).contains(new Padding(1, 0.5));
  }

  @Test
  void refusesMeansAndDeviationsThatDoNotFit() {
    assertThatThrownBy(() -> preprocessor(List.of(1.0), null, false))
        .hasMessageContaining("mean has 1 and std has 0");
    assertThatThrownBy(() -> preprocessor(List.of(1.0, 2.0), List.of(1.0, 2.0), false))
        .hasMessageContaining("one number (grey) or three (colour)");
    assertThatThrownBy(() -> preprocessor(List.of(1.0), List.of(0.0), false))
        .hasMessageContaining("std must be greater than 0");
  }

  @Test
  void reversesTheChannelsOfColourImagesOnly() {
    ClsDataPreprocessor preprocessor = preprocessor(null, null, true);
    assertThat(prepare(preprocessor, 3))
        .isEqualTo("toFloat32(images.transpose([0, 3, 1, 2]).flip([1]))");
    assertThat(prepare(preprocessor, 1)).doesNotContain("flip");
  }
}
