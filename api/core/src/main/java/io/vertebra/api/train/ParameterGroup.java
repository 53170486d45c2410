package io.vertebra.api.train;

import org.osgi.annotation.versioning.ProviderType;

/** Parameters that share their hyper-parameters, at one step. */
@ProviderType
public interface ParameterGroup {
  /**
   * The parameters.
   *
   * @return arrays to change in place
   */
  TensorList parameters();

  /**
   * The gradients, in the order of the parameters.
   *
   * @return arrays that may be changed
   */
  TensorList gradients();

  /**
   * What is remembered of each parameter.
   *
   * @param name a name that {@link Optimizer#slots()} gave
   * @return arrays to change in place, in the order of the parameters
   */
  TensorList slot(String name);

  /**
   * The present value of a hyper-parameter.
   *
   * @param name a name that {@link Optimizer#hyperParameters()} gave
   * @return the value
   */
  double hyperParameter(String name);

  /**
   * How many updates the group has had.
   *
   * @return 0 at the first update
   */
  long step();
}
