/**
 * Networks of branches side by side: GoogLeNet (Szegedy et al., Going Deeper with Convolutions,
 * 2015) and Inception v3 (Szegedy et al., Rethinking the Inception Architecture, 2016).
 */
package io.vertebra.plugins.inception;
