package io.vertebra.host;

/** Says that a device that was asked for is not there, and which are. */
public final class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeviceException(String message) {
    super(message);
  }
}
