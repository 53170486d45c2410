/** One call of the native library that DJL keeps to this package, opened for the engine. */
package ai.djl.pytorch.jni;
