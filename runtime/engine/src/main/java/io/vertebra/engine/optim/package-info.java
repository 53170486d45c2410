/** Divides parameters into groups, and updates them. */
package io.vertebra.engine.optim;
