/** What a network costs: parameters, products and sums, values between its layers. */
package io.vertebra.engine.complexity;
