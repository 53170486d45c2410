/**
 * Files that {@code torch.save} wrote, read without Python: a restricted machine for pickles that
 * builds tensors and plain containers and runs nothing else. Whatever a file says, no class is
 * loaded and no code called by its names.
 */
package io.vertebra.engine.pickle;
