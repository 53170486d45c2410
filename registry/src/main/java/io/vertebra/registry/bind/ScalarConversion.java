package io.vertebra.registry.bind;

import io.vertebra.registry.schema.OptionType.Scalar;
import java.util.Optional;

/** Turns what YAML reads into what an option holds, where nothing is lost by it. */
final class ScalarConversion {
  private ScalarConversion() {}

  static Optional<Object> convert(Object value, Scalar type) {
    return switch (type) {
      case BOOLEAN -> value instanceof Boolean ? Optional.of(value) : Optional.empty();
      case STRING -> value instanceof String ? Optional.of(value) : Optional.empty();
      case INT ->
          value instanceof Long number && number.intValue() == number
              ? Optional.of(number.intValue())
              : Optional.empty();
      case LONG -> value instanceof Long ? Optional.of(value) : Optional.empty();
      case FLOAT ->
          value instanceof Number number ? Optional.of(number.floatValue()) : Optional.empty();
      case DOUBLE ->
          value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
      case ANY -> Optional.ofNullable(value);
    };
  }
}
