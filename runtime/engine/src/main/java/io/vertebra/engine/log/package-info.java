/** The logs of a run: lines for people, JSON lines for programs. */
package io.vertebra.engine.log;
