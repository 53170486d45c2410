/** What metrics find, by full names. */
package io.vertebra.engine.metric;
