package io.vertebra.engine.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A checksum of a file, or the first digits of one.
 *
 * @param algorithm how it is computed
 * @param digits hexadecimal digits, in lower case
 */
public record Checksum(Algorithm algorithm, String digits) {
  private static final int BUFFER = 1 << 16;

  /** How a checksum is computed. */
  public enum Algorithm {
    /** Guards against damage, and not against intent; many data sets publish it. */
    MD5("MD5"),
    /** Guards against both. */
    SHA256("SHA-256");

    private final String label;

    Algorithm(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** Takes digits in either case. */
  public Checksum {
    requireNonNull(algorithm, "algorithm is null");
    digits = digits.toLowerCase(Locale.ROOT);
  }

  /**
   * Computes the checksum of a file.
   *
   * @param algorithm how
   * @param file the file
   * @return the checksum, with all its digits
   * @throws IOException if the file cannot be read
   */
  public static Checksum of(Algorithm algorithm, Path file) throws IOException {
    MessageDigest digest = newDigest(algorithm);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * Computes the SHA-256 of a file.
   *
   * @param file the file
   * @return 64 hexadecimal digits, in lower case
   * @throws IOException if it cannot be read
   */
  public static String sha256(Path file) throws IOException {
    return of(Algorithm.SHA256, file).digits();
  }

  /**
   * Whether this is a checksum that is expected.
   *
   * @param expected all digits of it, or the first ones
   * @return true if the algorithm is the same, and the digits as far as they are known
   */
  public boolean fits(Checksum expected) {
    return algorithm == expected.algorithm && digits.startsWith(expected.digits);
  }

  private static MessageDigest newDigest(Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.label);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
