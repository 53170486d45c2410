/**
 * The {@code vertebra} command. One class a command; errors of its user end with exit code 2 and
 * one message, all others with exit code 1 and a stack trace.
 */
package io.vertebra.cli;
