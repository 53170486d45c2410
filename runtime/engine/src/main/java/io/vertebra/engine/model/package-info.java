/** Networks with their arrays: what a pass through a module runs on. */
package io.vertebra.engine.model;
