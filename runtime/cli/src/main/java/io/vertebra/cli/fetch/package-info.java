/** Public data sets: where they are, getting them, unpacking them. */
package io.vertebra.cli.fetch;
