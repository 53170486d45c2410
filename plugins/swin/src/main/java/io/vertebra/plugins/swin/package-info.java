/**
 * Swin Transformer (Liu et al., Hierarchical Vision Transformer using Shifted Windows, 2021) and
 * Swin Transformer V2 (Liu et al., Scaling Up Capacity and Resolution, 2022).
 */
package io.vertebra.plugins.swin;
