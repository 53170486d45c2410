/** What everything in the engine runs on. */
package io.vertebra.engine;
