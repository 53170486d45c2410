/** Where figures of training go beside the logs, with the names that MMEngine gives them. */
package io.vertebra.plugins.visualizers;
