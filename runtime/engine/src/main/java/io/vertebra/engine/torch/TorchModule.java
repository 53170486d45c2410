package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Native functions compiled from one TorchScript text.
 *
 * <p>It is closed by the manager that it was compiled for, or before by {@link #close()}. Its
 * functions may be called from several threads at a time.
 */
public final class TorchModule implements AutoCloseable {
  private final TorchRuntime runtime;
  private final String name;
  private final PtSymbolBlock block;

  private TorchModule(TorchRuntime runtime, String name, PtSymbolBlock block) {
    this.runtime = runtime;
    this.name = name;
    this.block = block;
  }

  static TorchModule compile(TorchRuntime runtime, NDManager owner, String name, String source) {
    requireNonNull(source, "source is null");
    byte[] archive = TorchArchive.of(name, source);
    PtNDManager manager = Handles.manager(owner);
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
      return new TorchModule(runtime, name, block);
    } catch (EngineException e) {
      throw new TorchException(
          "The functions of '" + name + "' do not compile: " + TorchException.reason(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading an archive from memory failed", e);
    }
  }

  /**
   * Returns one of the functions. A name that the text does not define is reported by its first
   * call.
   *
   * @param functionName the name of the function in the text
   * @return the function
   */
  public TorchFunction function(String functionName) {
    return new TorchFunction(this, requireNonNull(functionName, "functionName is null"));
  }

  TorchRuntime runtime() {
    return runtime;
  }

  String name() {
    return name;
  }

  PtSymbolBlock block() {
    return block;
  }

  @Override
  public void close() {
    block.close();
  }
}
