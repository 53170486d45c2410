/**
 * The operations of learned and random policies, each with a probability and a magnitude that is
 * given or drawn, and the policies made of them; names and figures are MMPretrain's.
 */
package io.vertebra.plugins.transforms.augment;
