/** MobileNets: networks whose spatial convolutions are each of a single channel. */
package io.vertebra.plugins.mobilenet;
