package io.vertebra.engine.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.jni.JniUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** Brings the process into the right state and loads the native library. */
final class TorchLoader {
  private TorchLoader() {}

  static Engine load(TorchSettings settings) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(settings.intraOpThreads()));
    setWaitPolicy();
    return loadWithOwnClassLoader();
  }

  /**
   * Lets idle threads of the library sleep after a few microseconds, unless the environment says
   * otherwise. On a machine that decodes images beside, spinning threads cost a factor of up to
   * ten; threads that sleep at once cost small networks a third on a quiet one.
   */
  private static void setWaitPolicy() {
    if (Platform.isWindows() || System.getenv("OMP_WAIT_POLICY") != null) {
      return;
    }
    setEnvironment("OMP_WAIT_POLICY", "passive");
    setEnvironment("GOMP_SPINCOUNT", "1000");
  }

  private static void setEnvironment(String name, String value) {
    Object[] nameValueOverwrite = {name, value, 0};
    NativeLibrary.getProcess().getFunction("setenv").invokeInt(nameValueOverwrite);
  }

  /** Loads the engine; DJL looks for it and for its libraries in the context class loader. */
  private static Engine loadWithOwnClassLoader() {
    Thread thread = Thread.currentThread();
    ClassLoader previous = thread.getContextClassLoader();
    thread.setContextClassLoader(TorchLoader.class.getClassLoader());
    try {
      Engine engine = Engine.getEngine(PtEngine.ENGINE_NAME);
      JniUtils.setGradMode(true);
      return engine;
    } finally {
      thread.setContextClassLoader(previous);
    }
  }
}
