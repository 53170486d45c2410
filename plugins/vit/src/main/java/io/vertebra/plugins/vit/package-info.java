/** Vision Transformer (Dosovitskiy et al., An Image is Worth 16x16 Words, 2021) and DeiT. */
package io.vertebra.plugins.vit;
