/**
 * Tests of the distribution as its users have it: the assembled folder, its command run as a
 * process, and its jars called from Java.
 */
package io.vertebra.dist;
