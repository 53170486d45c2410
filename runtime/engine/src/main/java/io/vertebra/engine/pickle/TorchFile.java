package io.vertebra.engine.pickle;

import io.vertebra.engine.file.FileStart;
import io.vertebra.engine.file.ZipEntries;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file that {@code torch.save} wrote, in its zip form or the one before. For one thread. */
public final class TorchFile implements TensorSource {
  private static final String PICKLE = "data.pkl";

  /** No object of weights has a description as long as this. */
  private static final long LONGEST = 256L << 20;

  private final Path file;
  private final Storages storages;
  private final StateDict stateDict;

  private TorchFile(Path file, Storages storages, Object root) throws PickleException {
    this.file = file;
    this.storages = storages;
    this.stateDict = StateDict.find(root);
  }

  /**
   * Opens a file.
   *
   * @param file the file
   * @return the tensors of its state dict, to be closed by the caller
   * @throws PickleException if it holds more than tensors and containers, or is damaged; the
   *     message names the file and what it asks for
   * @throws IOException if it cannot be read
   */
  public static TorchFile open(Path file) throws IOException {
    try {
      return isZip(file) ? openZip(file) : openLegacy(file);
    } catch (PickleException | ZipException e) {
      throw new PickleException(file + ": " + e.getMessage(), e);
    } catch (ArithmeticException e) {
      throw new PickleException(file + ": a storage has an impossible length", e);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    return FileStart.read(file, 2).equals("PK");
  }

  private static TorchFile openLegacy(Path file) throws IOException {
    LegacyFile legacy = LegacyFile.open(file);
    try {
      return new TorchFile(file, legacy, legacy.root());
    } catch (IOException | RuntimeException | Error e) {
      legacy.close();
      throw e;
    }
  }

  private static TorchFile openZip(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      String root = root(zip);
      StorageIds ids = new StorageIds();
      ByteBuffer pickle = read(zip, root + PICKLE, LONGEST);
      Object object = new Unpickler(new PickleInput(pickle), ids).load();
      return new TorchFile(file, new ZipStorages(zip, root), object);
    } catch (IOException | RuntimeException | Error e) {
      zip.close();
      throw e;
    }
  }

  /** The folder that all entries lie in, with its slash. */
  private static String root(ZipFile zip) throws IOException {
    String pickle =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
            .findFirst()
            .orElseThrow(
                () ->
                    new PickleException(
                        "the zip file has no data.pkl: torch.save did not write it"));
    String root = pickle.substring(0, pickle.length() - PICKLE.length());
    if (zip.getEntry(root + "constants.pkl") != null) {
      throw new PickleException(
          "the file is a TorchScript program; save the state dict: torch.save(model.state_dict(),"
              + " file)");
    }
    checkByteOrder(zip, root + "byteorder");
    return root;
  }

  private static void checkByteOrder(ZipFile zip, String entry) throws IOException {
    if (zip.getEntry(entry) != null) {
      String order = StandardCharsets.US_ASCII.decode(read(zip, entry, 16)).toString();
      if (!order.equals("little")) {
        throw new PickleException("the file has the byte order '" + order + "', not 'little'");
      }
    }
  }

  private static ByteBuffer read(ZipFile zip, String name, long longest) throws IOException {
    long size = zip.getEntry(name).getSize();
    if (size > longest) {
      throw new PickleException(
          "the entry '%s' would have %d bytes; at most %d are read".formatted(name, size, longest));
    }
    return ZipEntries.read(zip, name, size);
  }

  /**
   * The names of the classes that the file tells, as MMPretrain's do.
   *
   * @return the names, by label; empty where it tells none
   */
  public List<String> classes() {
    return stateDict.classes();
  }

  /**
   * Where in the file the state dict was found.
   *
   * @return a key such as {@code state_dict}; empty where it is the file
   */
  public String place() {
    return stateDict.place();
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(stateDict.tensors().keySet());
  }

  @Override
  public TensorInfo info(String name) throws IOException {
    return tensor(name).info(name);
  }

  @Override
  public ByteBuffer data(String name) throws IOException {
    TensorRef tensor = tensor(name);
    if (tensor.info(name).bytes() > Integer.MAX_VALUE) {
      throw new PickleException(
          "%s: the tensor '%s' has %d bytes; at most %d can be read"
              .formatted(file, name, tensor.info(name).bytes(), Integer.MAX_VALUE));
    }
    ByteBuffer run = storages.bytes(tensor.storage());
    return tensor.place().in(run, tensor.storage().type().bytes());
  }

  private TensorRef tensor(String name) throws PickleException {
    Map<String, TensorRef> tensors = stateDict.tensors();
    TensorRef tensor = tensors.get(name);
    if (tensor == null) {
      throw new PickleException(file + " has no tensor '" + name + "'");
    }
    return tensor;
  }

  @Override
  public void close() throws IOException {
    storages.close();
  }
}
