package io.vertebra.cli.fetch;

import io.vertebra.engine.download.Download;
import io.vertebra.engine.download.RemoteFile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Gets the files of a data set and unpacks archives. */
public final class Fetch {
  private final Download download;
  private final Consumer<String> notes;

  /**
   * Makes a fetch.
   *
   * @param download gets files
   * @param notes is told what was done
   */
  public Fetch(Download download, Consumer<String> notes) {
    this.download = download;
    this.notes = notes;
  }

  /**
   * Names the files of a set at another place.
   *
   * @param set the set
   * @param from a URL, or a path on this machine: of the file, where the set has one, or of the
   *     folder that has all of them
   * @return the files, with the checksums of the set
   * @throws IOException if it is no URL
   */
  public static List<RemoteFile> filesAt(KnownSet set, String from) throws IOException {
    List<RemoteFile> files = set.files();
    URI place = location(from);
    boolean file = files.size() == 1 && from.endsWith(files.get(0).name());
    if (file) {
      return List.of(new RemoteFile(place, files.get(0).checksum()));
    }
    String folder = place.toString().endsWith("/") ? place.toString() : place + "/";
    return files.stream()
        .map(each -> new RemoteFile(URI.create(folder + each.name()), each.checksum()))
        .toList();
  }

  private static URI location(String from) throws IOException {
    if (!from.matches("https?://.*")) {
      return Path.of(from).toAbsolutePath().toUri();
    }
    try {
      return new URI(from);
    } catch (URISyntaxException e) {
      throw new IOException("'" + from + "' is no URL: " + e.getMessage(), e);
    }
  }

  /**
   * Gets files and unpacks them.
   *
   * @param files the files
   * @param folder where to; is made if need be
   * @throws IOException if one cannot be got or unpacked
   */
  public void run(List<RemoteFile> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (RemoteFile file : files) {
      Path got = download.get(file, folder).file();
      notes.accept(got + ": " + Files.size(got) + " bytes");
      if (isArchive(file)) {
        notes.accept(Unpacker.unpack(got, folder) + " files unpacked in " + folder);
      }
    }
  }

  private static boolean isArchive(RemoteFile file) {
    return file.name().matches(".*\\.(tar\\.gz|tgz|tar)");
  }
}
