/** ResNeSt (Zhang et al., ResNeSt: Split-Attention Networks, 2020). */
package io.vertebra.plugins.resnest;
