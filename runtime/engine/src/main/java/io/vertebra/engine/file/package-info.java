/** Files that are either the old or the new one, whatever happens while they are written. */
package io.vertebra.engine.file;
