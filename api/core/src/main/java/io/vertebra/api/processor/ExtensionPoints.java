package io.vertebra.api.processor;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.MirroredTypeException;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out which extension point a type is, or extends. */
final class ExtensionPoints {
  private final ProcessingEnvironment environment;

  ExtensionPoints(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** Finds the kind of a type that is an extension point or extends one. */
  Optional<Kind> kindOf(TypeMirror type) {
    return pointOf(type).map(ExtensionPoint::value);
  }

  /** Finds the record of options that all parts of the kind of a type have. */
  Optional<TypeElement> commonOf(TypeMirror type) {
    return pointOf(type).map(this::commonOf).filter(it -> it.getKind() == ElementKind.RECORD);
  }

  private TypeElement commonOf(ExtensionPoint point) {
    try {
      return environment.getElementUtils().getTypeElement(point.common().getName());
    } catch (MirroredTypeException e) {
      // The only way to a class that an annotation names: it need not be loaded to compile.
      return (TypeElement) ((DeclaredType) e.getTypeMirror()).asElement();
    }
  }

  private Optional<ExtensionPoint> pointOf(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    ExtensionPoint point = ((DeclaredType) type).asElement().getAnnotation(ExtensionPoint.class);
    if (point != null) {
      return Optional.of(point);
    }
    return environment.getTypeUtils().directSupertypes(type).stream()
        .flatMap(supertype -> pointOf(supertype).stream())
        .findFirst();
  }
}
