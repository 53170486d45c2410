package io.vertebra.plugins.algorithms;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.AlgorithmContract;
import io.vertebra.testkit.DataPreprocessorContract;
import org.junit.jupiter.api.Nested;

final class AlgorithmContractsTest {
  @Nested
  final class Classifier extends AlgorithmContract {
    @Override
    protected String config() {
      return "{type: ImageClassifier, backbone: {type: ToyBackbone}, head: {type: ToyHead}}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 8, 8);
    }

    @Override
    protected int classes() {
      return 2;
    }
  }

  @Nested
  final class Distillation extends AlgorithmContract {
    @Override
    protected String config() {
      String classifier =
          "{type: ImageClassifier, backbone: {type: ToyBackbone}, head: {type: ToyHead}}";
      return "{type: KnowledgeDistillation, student: %s, teacher: %s}"
          .formatted(classifier, classifier);
    }

    @Override
    protected Shape input() {
      return new Shape(3, 8, 8);
    }

    @Override
    protected int classes() {
      return 2;
    }
  }

  @Nested
  final class ColourPreprocessor extends DataPreprocessorContract {
    @Override
    protected String config() {
      return "{type: ClsDataPreprocessor, mean: [1, 2, 3], std: [4, 5, 6], to_rgb: true, pad_value: 1}";
    }
  }

  @Nested
  final class GreyPreprocessor extends DataPreprocessorContract {
    @Override
    protected String config() {
      return "{type: ClsDataPreprocessor, mean: [33.46], std: [78.87]}";
    }
  }
}
