package io.vertebra.plugins.swin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.model.TensorResize;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.AttentionSettings;
import io.vertebra.nn.PositionEmbedding;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Arrays of checkpoints for other windows and other sizes of images. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResizeTest {
  private PluginRuntime plugins;
  private NDManager manager;

  private final Parameter table =
      new WindowMsa(new AttentionSettings(8, 2, true, 0), SwinTransformerTest.PLAIN, 4)
          .parameters()
          .get("relative_position_bias_table");

  @BeforeAll
  void open() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
    manager = plugins.engine().runtime().newManager(plugins.engine().device());
  }

  @AfterAll
  void close() {
    manager.close();
    plugins.close();
  }

  private NDArray resized(TensorResize resize, NDArray given) {
    return resize.resize(plugins.engine().ops(), given);
  }

  @Test
  void tablesOfOtherWindowsKeepTheBiasOfEachHead() {
    NDArray given = manager.ones(new Shape(9, 2)).mul(manager.create(new float[] {3, -1}));

    NDArray resized = resized(table.resize().orElseThrow(), given);

    assertThat(resized.getShape()).isEqualTo(table.shape());
    for (int row = 0; row < 49; row++) {
      assertThat(resized.getFloat(row, 0)).isCloseTo(3, within(1e-5f));
      assertThat(resized.getFloat(row, 1)).isCloseTo(-1, within(1e-5f));
    }
  }

  @Test
  void theMiddleOfATableStaysInTheMiddle() {
    float[] values = new float[18];
    values[8] = 1;

    NDArray resized =
        resized(table.resize().orElseThrow(), manager.create(values, new Shape(9, 2)));

    assertThat(resized.get(":, 0").argMax().getLong()).isEqualTo(24);
    assertThat(resized.get(":, 1").abs().max().getFloat()).isZero();
  }

  @Test
  void tablesOfOtherHeadsOrNoWindowAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resized(table.resize().orElseThrow(), manager.ones(new Shape(9, 3))))
        .withMessageContaining("(9, 3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resized(table.resize().orElseThrow(), manager.ones(new Shape(8, 2))))
        .withMessageContaining("(8, 2)");
  }

  @Test
  void positionsOfOtherImagesKeepTheTokensThatHaveNone() {
    Parameter values = new Tokens().parameters().get("pos_embed");
    NDArray given =
        manager.ones(new Shape(1, 1, 2)).mul(5).concat(manager.ones(new Shape(1, 4, 2)), 1);

    NDArray resized = resized(values.resize().orElseThrow(), given);

    assertThat(resized.getShape()).isEqualTo(new Shape(1, 13, 2));
    assertThat(resized.getFloat(0, 0, 1)).isEqualTo(5);
    assertThat(resized.getFloat(0, 12, 1)).isCloseTo(1, within(1e-5f));
  }

  @Test
  void positionsOfImagesThatAreNotSquareAreRefused() {
    Parameter values = new Tokens().parameters().get("pos_embed");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> resized(values.resize().orElseThrow(), manager.ones(new Shape(1, 7, 2))))
        .withMessageContaining("(1, 7, 2)");
  }

  /** Has positions of three rows of four, and a token before them. */
  private static final class Tokens extends Module {
    Tokens() {
      Parameter values = addParameter("pos_embed", new Shape(1, 13, 2), Distribution.zeros());
      assertThat(new PositionEmbedding(values, 1, new IntPair(3, 4), Interpolation.BICUBIC).extra())
          .isEqualTo(1);
    }
  }
}
