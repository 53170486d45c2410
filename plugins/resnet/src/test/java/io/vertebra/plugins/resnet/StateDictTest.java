package io.vertebra.plugins.resnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualStyle;
import io.vertebra.families.residual.ResidualTweaks;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.plugins.layers.InplaceOptions;
import io.vertebra.plugins.layers.Relu;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The lists of tensors are those of the networks that MMPretrain builds, in their order. */
final class StateDictTest {
  @Test
  void hasTheTensorsOfMmpretrain() throws IOException {
    ResidualTweaks none = new ResidualTweaks(false, false);
    ResidualTweaks both = new ResidualTweaks(true, true);

    assertThat(tensors(new ResNet(new ResNet.Options(ofDepth(18), none))))
        .isEqualTo(read("resnet18.tsv"));
    assertThat(tensors(new ResNet(new ResNet.Options(ofDepth(50), none))))
        .isEqualTo(read("resnet50.tsv"));
    assertThat(tensors(new ResNet(new ResNet.Options(ofDepth(50), both))))
        .isEqualTo(read("resnetv1d50.tsv"));
    assertThat(tensors(new ResNetV1d(new ResNetV1d.Options(ofDepth(50)))))
        .isEqualTo(read("resnetv1d50.tsv"));
  }

  private static ResidualOptions ofDepth(int depth) {
    return new ResidualOptions(
        depth,
        3,
        64,
        64,
        Optional.empty(),
        4,
        List.of(1, 2, 2, 2),
        List.of(1, 1, 1, 1),
        IntList.of(3),
        ResidualStyle.PYTORCH,
        -1,
        Optional.empty(),
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Relu(new InplaceOptions(false)),
        false,
        false,
        true,
        0);
  }

  private static List<String> tensors(Backbone network) {
    return network.tensors().entrySet().stream().map(StateDictTest::line).toList();
  }

  private static String line(Map.Entry<String, ModelTensor> tensor) {
    return String.join(
        "\t",
        tensor.getKey(),
        LongStream.of(tensor.getValue().shape().getShape())
            .mapToObj(Long::toString)
            .collect(Collectors.joining("x")),
        tensor.getValue() instanceof Parameter ? "param" : "buffer");
  }

  private static List<String> read(String file) throws IOException {
    try (InputStream in = StateDictTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
