/** Sets of labelled images on disk, with MMPretrain's names. */
package io.vertebra.plugins.datasets;
