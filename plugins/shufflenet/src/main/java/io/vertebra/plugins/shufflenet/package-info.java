/** ShuffleNets: networks of grouped convolutions whose channels are mixed between them. */
package io.vertebra.plugins.shufflenet;
