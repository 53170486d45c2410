package io.vertebra.engine.torch;

/** A native function that could not be compiled or did not run to its end. */
public final class TorchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what failed and why, in one sentence
   * @param cause the native library's own report, with its traceback
   */
  public TorchException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns the last paragraph of a native report, which holds the reason after the traceback. */
  static String reason(Throwable failure) {
    String report = String.valueOf(failure.getMessage()).strip();
    int last = report.lastIndexOf("RuntimeError: ");
    return last < 0 ? report : report.substring(last + "RuntimeError: ".length());
  }
}
