/**
 * Networks of searched cells, with the names of timm: NASNet-A (Zoph et al., Learning Transferable
 * Architectures for Scalable Image Recognition, 2018) and PNASNet-5 (Liu et al., Progressive Neural
 * Architecture Search, 2018).
 */
package io.vertebra.plugins.nasnet;
