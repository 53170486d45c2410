package io.vertebra.api.processor;

import javax.lang.model.element.Element;

/** Says why no config could build a plugin, and which element is to blame. */
final class InvalidPluginException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Element element;

  InvalidPluginException(Element element, String message) {
    super(message);
    this.element = element;
  }

  Element element() {
    return element;
  }
}
