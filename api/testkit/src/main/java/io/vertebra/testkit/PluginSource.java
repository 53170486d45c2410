package io.vertebra.testkit;

/** Where the classes of the plugins under test come from. */
public enum PluginSource {
  /** From the class path of the test. */
  CLASS_PATH,
  /** From bundles in a framework, as in the running product. */
  BUNDLE
}
