package io.vertebra.engine.pickle;

import io.vertebra.engine.file.ZipEntries;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.ZipFile;

/** Storages that are entries of a zip file, {@code ROOT/data/KEY}. It owns the file. */
final class ZipStorages implements Storages {
  private final ZipFile zip;
  private final String root;
  // Tensors that share a storage mostly follow each other.
  private String lastKey = "";
  private ByteBuffer last = ByteBuffer.allocateDirect(0);

  ZipStorages(ZipFile zip, String root) {
    this.zip = zip;
    this.root = root;
  }

  @Override
  public ByteBuffer bytes(StorageRef storage) throws IOException {
    if (!storage.key().equals(lastKey)) {
      long length = Math.multiplyExact(storage.elements(), storage.type().bytes());
      last = ZipEntries.read(zip, root + "data/" + storage.key(), length);
      lastKey = storage.key();
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
