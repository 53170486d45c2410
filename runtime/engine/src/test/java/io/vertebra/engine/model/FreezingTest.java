package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.Module;
import io.vertebra.engine.config.FreezeOptions;
import io.vertebra.engine.fixture.BrittleAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreezingTest {
  private final BrittleAlgorithm network = new BrittleAlgorithm();

  @ParameterizedTest
  @CsvSource({
    "hidden, hidden.weight hidden.bias",
    "hidden.weight, hidden.weight",
    "*.bias, norm.bias hidden.bias head.bias",
    "h*, hidden.weight hidden.bias head.weight head.bias",
    "h*n, hidden.weight hidden.bias"
  })
  void aPatternIsANameOrAPartWithStarsForAnyCharacters(String pattern, String frozen) {
    new Freezing(network, List.of(FreezeOptions.of(pattern))).begin();

    assertThat(network.parameters().entrySet())
        .filteredOn(entry -> !entry.getValue().trainable())
        .extracting(Map.Entry::getKey)
        .containsExactly(frozen.split(" "));
  }

  @Test
  void aPatternThatMatchesNothingIsRefusedWithWhatIsNear() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Freezing(network, List.of(FreezeOptions.of("hiden"))))
        .withMessageContaining("names `hiden`, but no parameter of the network is called so")
        .withMessageContaining("hidden");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Freezing(network, List.of(FreezeOptions.of("hidden.weigh"))));
  }

  @Test
  void somethingMustBeLeftToBeTrained() {
    List<FreezeOptions> options =
        List.of(FreezeOptions.of("hidden"), phase("norm", 2, 3), phase("head", 2, 5));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Freezing(network, options))
        .withMessageContaining("freezes all parameters at epoch or iteration 2");
  }

  @Test
  void anEndBeforeTheBeginningIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phase("head", 2, 2))
        .withMessageContaining("end is 2, but begin is 2");
  }

  @Test
  void frozenNormsKeepToTheirStatisticsUnlessTheyAreAskedNotTo() {
    Module norm = network.modules().get("norm");

    new Freezing(
            network, List.of(new FreezeOptions("norm", 0, Optional.empty(), /* normEval= */ false)))
        .begin();
    assertThat(norm.evaluating()).isFalse();
    new Freezing(network, List.of(FreezeOptions.of("norm.weight"), FreezeOptions.of("head")))
        .begin();
    assertThat(norm.evaluating()).isFalse();
    BrittleAlgorithm other = new BrittleAlgorithm();
    new Freezing(other, List.of(FreezeOptions.of("norm"))).begin();
    assertThat(other.modules().get("norm").evaluating()).isTrue();
  }

  @Test
  void normsTrainAgainAfterAPhase() {
    Freezing freezing = new Freezing(network, List.of(phase("norm", 1, 2)));
    Module norm = network.modules().get("norm");

    freezing.setNorms(1);
    assertThat(norm.evaluating()).isTrue();
    freezing.setNorms(2);
    assertThat(norm.evaluating()).isFalse();
  }

  @Test
  void whatTheNetworkFrozeItselfStaysSo() {
    network.modules().get("hidden").setTrainable(false);
    Freezing freezing = new Freezing(network, List.of(phase("hidden", 0, 1)));
    freezing.begin();

    assertThat(network.parameters().get("hidden.weight").trainable()).isFalse();
  }

  private static FreezeOptions phase(String pattern, int begin, int end) {
    return new FreezeOptions(pattern, begin, Optional.of(end), true);
  }
}
