package io.vertebra.registry.catalog;

/**
 * Who provides a part.
 *
 * @param name symbolic name of the bundle, or another name where there is no bundle
 * @param version its version
 */
public record Owner(String name, String version) {
  @Override
  public String toString() {
    return name + " " + version;
  }
}
