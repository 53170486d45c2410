/** Training and validation: the step, the loop, and what hooks see of them. */
package io.vertebra.engine.train;
