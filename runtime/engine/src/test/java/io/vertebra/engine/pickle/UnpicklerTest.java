package io.vertebra.engine.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles are written as their bytes in ISO 8859-1. */
final class UnpicklerTest {
  private static final String TENSOR = "ctorch._utils\n_rebuild_tensor_v2\n";

  private static Object load(String pickle) throws PickleException {
    return new Unpickler(
            new PickleInput(ByteBuffer.wrap(pickle.getBytes(ISO_8859_1))), new StorageIds())
        .load();
  }

  /** A tensor of the shape (size) with the step 1 in a storage of so many elements. */
  private static String tensor(String offset, String size, String step, String elements) {
    String storage = "(S'storage'\nctorch\nFloatStorage\nS'0'\nS'cpu'\nI" + elements + "\ntQ";
    return TENSOR + "(" + storage + "I" + offset + "\n(I" + size + "\nt(I" + step + "\ntI00\nNtR.";
  }

  @Test
  void plainValuesAreRead() throws PickleException {
    assertThat(load("(I1\nL-5L\nF1.5\nS'a'\nVb\nN\u0088I01\nl."))
        .isEqualTo(List.of(1L, -5L, 1.5, "a", "b", Values.None.NONE, true, true));
    assertThat(load("\u0080\u0002}\u008c\u0001kK\u0007s.")).isEqualTo(Map.of("k", 7L));
    assertThat(load("\u008a\u0009\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001."))
        .isEqualTo(BigInteger.ONE.shiftLeft(64));
    assertThat(load("J\u00ff\u00ff\u00ff\u00ff.")).isEqualTo(-1L);
    assertThat(load("M\u0000\u0001.")).isEqualTo(256L);
    assertThat(load("G?\u00f8\u0000\u0000\u0000\u0000\u0000\u0000.")).isEqualTo(1.5);
  }

  @Test
  void valuesAreRememberedAndRecalled() throws PickleException {
    assertThat(load("]q\u0000(h\u0000K\u0001e0h\u0000.")).isInstanceOf(List.class);
    assertThat(load("S'x'\np5\n0g5\n.")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cos\nsystem\n(S'true'\ntR.",
        "c__builtin__\neval\n(S'1'\ntR.",
        "cbuiltins\nexec\n.",
        "cbuiltins\ngetattr\n.",
        "ctorch.storage\n_load_from_bytes\n.",
        "ctorch\nload\n.",
        "ctorch.hub\nload\n.",
        "cnumpy.core.multiarray\nfromfile\n.",
        "csubprocess\nPopen\n.",
        "S'os'\nS'system'\n\u0093."
      })
  void anyOtherNameIsRefusedByNameBeforeItIsCalled(String pickle) {
    assertThatThrownBy(() -> load(pickle))
        .isInstanceOf(PickleException.class)
        .hasMessageMatching(
            "(?s)the file asks for '[\\w.]+', but only tensors and plain containers are read.*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i__main__\nA\n.", // INST
        "(cargparse\nNamespace\no.", // OBJ
        "\u0082\u0001.", // EXT1
        "\u0097.", // NEXT_BUFFER
        "~."
      })
  void operationsThatCallOtherwiseAreRefused(String pickle) {
    assertThatThrownBy(() -> load(pickle))
        .isInstanceOf(PickleException.class)
        .hasMessageContaining("is not one that is read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "K",
        ".",
        "0.",
        "t.",
        "(.",
        "(s.",
        "h\u0007.",
        "S'x",
        "X\u00ff\u00ff\u00ff\u007fab.",
        "\u008b\u00ff\u00ff\u00ff\u00ffab.",
        "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007fab.",
        "Iten\n.",
        "Fx\n.",
        "p-\n.",
        "K\u0001K\u0002R.",
        "K\u0001K\u0002a.",
        "K\u0001K\u0002K\u0003s.",
        "}]K\u0001s.",
        "}(K\u0001u.",
        "K\u0001K\u0002b.",
        "K\u0001Q.",
        "\u0080\u0009."
      })
  void damagedPicklesAreRefused(String pickle) {
    assertThatThrownBy(() -> load(pickle)).isInstanceOf(PickleException.class);
  }

  @Test
  void aListThatHoldsItselfIsNoTrouble() throws PickleException {
    assertThat((List<?>) load("]q\u0000h\u0000a.")).hasSize(1);
  }

  @Test
  void deepNestingIsNoTrouble() throws PickleException {
    assertThat(load("]".repeat(100_000) + "a".repeat(99_999) + ".")).isInstanceOf(List.class);
  }

  @Test
  void aTensorStaysWithinItsStorage() throws PickleException {
    assertThat(load(tensor("0", "4", "1", "4"))).isInstanceOf(TensorRef.class);
    for (String pickle :
        List.of(
            tensor("1", "4", "1", "4"),
            tensor("0", "4", "2", "4"),
            tensor("-1", "4", "1", "4"),
            tensor("0", "-4", "1", "4"),
            tensor("0", "4", "-1", "4"),
            tensor("0", "4", "9223372036854775807", "4"),
            tensor("9223372036854775807", "4", "1", "4"),
            tensor("0", "9223372036854775807", "0", "4"),
            tensor("0", "4", "1", "-4"))) {
      assertThatThrownBy(() -> load(pickle)).isInstanceOf(PickleException.class);
    }
  }

  @Test
  void aTensorIsMadeOfAStorageOfAKnownType() {
    assertThatThrownBy(() -> load(TENSOR + "(K\u0001K\u0000))tR."))
        .hasMessageContaining("_rebuild_tensor_v2' is called with arguments");
    assertThatThrownBy(() -> load("(S'storage'\nctorch\nComplexFloatStorage\ntQ."))
        .hasMessageContaining("'torch.ComplexFloatStorage'");
  }
}
