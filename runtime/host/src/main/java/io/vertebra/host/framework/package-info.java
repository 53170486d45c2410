/** The OSGi framework within this process: what it exports to bundles, and why a bundle fails. */
package io.vertebra.host.framework;
