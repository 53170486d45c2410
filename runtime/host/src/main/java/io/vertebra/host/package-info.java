/** Vertebra for a Java program: open it, train, test, predict, close it. */
package io.vertebra.host;
