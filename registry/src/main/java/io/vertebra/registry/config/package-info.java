/**
 * The config language: YAML and JSON files that inherit from others, refer to them and are changed
 * from the command line, read into a tree of nodes that know where they were written.
 */
package io.vertebra.registry.config;
