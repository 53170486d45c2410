package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;

/**
 * Owns all arrays that one step makes. The manager owns the results of operations whose receiver is
 * in it; the scope catches those whose receiver is a parameter, which else would pile up in the
 * manager of the parameters.
 */
public final class StepScope implements AutoCloseable {
  private final NDManager manager;
  private final NDScope scope;

  /**
   * Opens a scope for the current thread.
   *
   * @param parent the manager whose device it uses
   */
  public StepScope(NDManager parent) {
    this.manager = parent.newSubManager();
    this.scope = new NDScope();
  }

  /**
   * The owner of new arrays.
   *
   * @return the manager, closed by this scope
   */
  public NDManager manager() {
    return manager;
  }

  /**
   * Gives an array of this scope to the one around it.
   *
   * @param array the array, which outlives this scope
   * @param outer its new owner
   */
  void hand(NDArray array, StepScope outer) {
    NDScope.unregister(array);
    array.attach(outer.manager);
  }

  @Override
  public void close() {
    scope.close();
    manager.close();
  }
}
