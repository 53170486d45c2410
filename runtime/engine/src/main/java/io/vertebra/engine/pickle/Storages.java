package io.vertebra.engine.pickle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the elements of tensors lie in a file. */
interface Storages extends Closeable {
  /** The bytes of a storage, little-endian, in a direct buffer that outlives this. */
  ByteBuffer bytes(StorageRef storage) throws IOException;
}
