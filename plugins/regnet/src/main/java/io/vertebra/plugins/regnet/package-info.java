/** RegNetX and RegNetY (Radosavovic et al., Designing Network Design Spaces, 2020). */
package io.vertebra.plugins.regnet;
