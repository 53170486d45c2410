package io.vertebra.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.engine.config.OptimWrapperOptions.Constructor;
import io.vertebra.engine.model.Precision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComputeOptionsTest {
  @Test
  void theWrapperOfMmengineMeansBfloat16() {
    assertThat(wrapper(OptimWrapperOptions.Type.PLAIN, AmpOptions.NONE).precision())
        .isEqualTo(Precision.FLOAT32);
    assertThat(wrapper(OptimWrapperOptions.Type.MIXED, AmpOptions.NONE).precision())
        .isEqualTo(Precision.BFLOAT16);
  }

  @Test
  void optionsOfMixedPrecisionAreRefusedInAPlainWrapper() {
    AmpOptions scaled = new AmpOptions(Optional.empty(), Optional.of(LossScale.DYNAMIC));

    assertThat(wrapper(OptimWrapperOptions.Type.MIXED, scaled).precision())
        .isEqualTo(Precision.BFLOAT16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrapper(OptimWrapperOptions.Type.PLAIN, scaled))
        .withMessageContaining("{type: AmpOptimWrapper}");
  }

  @Test
  void aScaleOfLossesIsDynamicOrStays() {
    assertThat(LossScale.ofName(LossScale.Name.DYNAMIC)).isEqualTo(LossScale.DYNAMIC);
    assertThat(LossScale.ofNumber(512).initScale()).isEqualTo(512);
    assertThat(LossScale.ofNumber(512).growthFactor()).isEqualTo(1);
    assertThat(LossScale.ofNumber(512).backoffFactor()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LossScale.ofNumber(0))
        .withMessageContaining("init_scale is 0.0; it must be above 0");
  }

  private static OptimWrapperOptions wrapper(OptimWrapperOptions.Type type, AmpOptions amp) {
    return new OptimWrapperOptions(
        type, new Still(), Optional.empty(), 1, Constructor.BY_RULES, Optional.empty(), amp);
  }

  /** Leaves parameters as they are. */
  private static final class Still implements Optimizer {
    @Override
    public Map<String, Double> hyperParameters() {
      return Map.of("lr", 0.0);
    }

    @Override
    public List<String> slots() {
      return List.of();
    }

    @Override
    public void update(OptimizerOps ops, ParameterGroup group) {}
  }
}
