/** Files of what a test found of each image, written by one command and read by another. */
package io.vertebra.cli.result;
