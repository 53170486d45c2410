/**
 * Actions at stages of a run, those that every run has among them, with MMEngine's names and
 * priorities.
 */
package io.vertebra.plugins.hooks;
