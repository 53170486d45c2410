package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtSymbolBlock;
import java.util.Arrays;

/**
 * Calls TorchScript functions under the gradient mode of the thread.
 *
 * <p>{@link IValueUtils#runMethod} always runs under the native library's inference mode, in which
 * nothing is recorded and whose results can never take part in a graph. The native method has a
 * flag for that, but only this package can reach it.
 */
public final class RecordingCalls {
  private RecordingCalls() {}

  /**
   * Calls a function.
   *
   * @param block the module that has the function
   * @param function the name of the function
   * @param arguments the arguments, which stay the caller's
   * @return the result, to be closed by the caller
   */
  public static IValue run(PtSymbolBlock block, String function, IValue... arguments) {
    long[] handles = Arrays.stream(arguments).mapToLong(IValue::getHandle).toArray();
    return new IValue(
        PyTorchLibrary.LIB.moduleRunMethod(block.getHandle(), function, handles, true, false));
  }
}
