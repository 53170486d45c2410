package io.vertebra.cli.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks tar archives, compressed by gzip or not: folders and regular files. */
final class Unpacker {
  private final Path archive;
  private final Path folder;

  private Unpacker(Path archive, Path folder) {
    this.archive = archive;
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Unpacks an archive.
   *
   * @param archive the archive
   * @param folder where its files go; none goes anywhere else
   * @return how many files there are
   * @throws IOException if it is damaged, or names a file outside the folder
   */
  static int unpack(Path archive, Path folder) throws IOException {
    boolean compressed = !archive.toString().endsWith(".tar");
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        InputStream content = compressed ? new GZIPInputStream(file) : file;
        TarArchiveInputStream tar = new TarArchiveInputStream(content)) {
      return new Unpacker(archive, folder).unpack(tar);
    } catch (EOFException e) {
      throw new IOException("'" + archive + "' is cut short", e);
    }
  }

  private int unpack(TarArchiveInputStream tar) throws IOException {
    int files = 0;
    for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
      Path target = target(entry);
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else if (entry.isFile()) {
        Files.createDirectories(target.getParent());
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        files++;
      }
    }
    return files;
  }

  private TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
    try {
      return tar.getNextEntry();
    } catch (EOFException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("'" + archive + "' is no tar archive, or it is damaged", e);
    }
  }

  private Path target(TarArchiveEntry entry) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException(
          "'%s' holds '%s', which is outside it".formatted(archive, entry.getName()));
    }
    return target;
  }
}
