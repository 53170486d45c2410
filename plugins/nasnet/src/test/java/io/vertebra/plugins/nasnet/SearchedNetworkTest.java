package io.vertebra.plugins.nasnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntList;
import io.vertebra.nn.BatchNorm2d;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchedNetworkTest {
  private static SearchedOptions options(int classes, Integer... indices) {
    return new SearchedOptions(
        classes,
        96,
        0,
        new IntList(List.of(indices)),
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        false);
  }

  @Test
  void tellTheChannelsOfTheirFeatures() {
    assertThat(
            new NasNetLarge(new NasNetLarge.Options(4032, options(1000, 0, 1, 2, 3, 4, 5)))
                .outChannels())
        .containsExactly(96, 168, 1008, 2016, 4032, 1000);
    assertThat(
            new PnasNetLarge(new PnasNetLarge.Options(4320, options(-1, 0, 1, 2, 3, 4)))
                .outChannels())
        .containsExactly(96, 270, 1080, 2160, 4320);
  }

  @Test
  void refuseWhatDoesNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(-1, 5))
        .withMessageContaining("out_indices has 5, but the stages are 0 to 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NasNetLarge.Options(100, options(-1, 4)))
        .withMessageContaining("num_features is 100, but must be a multiple of 96");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PnasNetLarge.Options(100, options(-1, 4)))
        .withMessageContaining("num_features is 100, but must be a multiple of 80");
  }
}
