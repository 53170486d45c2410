/** The hooks that every run has, with MMEngine's names and priorities. */
package io.vertebra.plugins.hooks;
