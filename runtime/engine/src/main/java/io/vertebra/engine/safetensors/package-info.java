/**
 * Files in the safetensors format: named tensors behind a JSON header, read by name without the
 * rest.
 *
 * <p>The format is that of <a href="https://github.com/huggingface/safetensors">huggingface's
 * safetensors</a>: eight bytes with the length of the header, the header, then the bytes of all
 * tensors in little-endian C order without gaps. Only {@link
 * io.vertebra.engine.safetensors.TensorFiles} knows arrays; the rest needs no native library.
 */
package io.vertebra.engine.safetensors;
