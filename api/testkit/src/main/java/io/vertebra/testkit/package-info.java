/**
 * Contracts of extension points as test classes. A plugin's test extends the contract of its kind
 * and gives a config and sizes; the contract then runs twice, with the plugin's classes from the
 * class path and with its bundle in a framework, and under watch for what is left behind: arrays,
 * images, threads, the class loader.
 *
 * <p>To try several configs of one part, extend the contract in several {@code @Nested} classes.
 */
package io.vertebra.testkit;
