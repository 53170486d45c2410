/** What parts there are, who owns them, and how they are come by. */
package io.vertebra.registry.catalog;
