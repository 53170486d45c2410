/** Res2Net (Gao et al., Res2Net: A New Multi-Scale Backbone Architecture, 2021). */
package io.vertebra.plugins.res2net;
