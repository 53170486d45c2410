/** Networks that stand between backbone and head, with MMPretrain's names. */
package io.vertebra.plugins.necks;
