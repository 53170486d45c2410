/**
 * The smallest parts of each kind. They fill the places of a config around the part under test, so
 * that a whole run can be had without the bundles of others.
 */
package io.vertebra.testkit.toy;
