package io.vertebra.engine.pickle;

import java.io.IOException;

/** Says why a pickle is not read: it is damaged, or asks for more than tensors and containers. */
public final class PickleException extends IOException {
  private static final long serialVersionUID = 1;

  PickleException(String message) {
    super(message);
  }

  PickleException(String message, Throwable cause) {
    super(message, cause);
  }
}
